import type { Language } from './language.ts';

export type Theme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

export interface LaunchOptions {
  /** `demo` begins on the demo account; otherwise signed out. Default: signed out. */
  readonly account?: 'demo';
  /** Over the settings every run begins with. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of scope `machine`, e.g. `pipedrive.baseUrl`. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  readonly theme?: Theme;
  /** For the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** For VS Code's server, e.g. `['--log', 'trace']`. */
  readonly serverArgs?: readonly string[];
  /**
   * Opens a folder of the window's own, with nothing in it or with settings of its own: an empty window restores only dirty
   * tabs, a folder all of them.
   */
  readonly folder?: true | { readonly settings: Readonly<Record<string, unknown>> };
  /** The folder of one more extension, which is installed beside ours. */
  readonly beside?: string;
  /** What VS Code is set to; English if left out. */
  readonly language?: Language;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export const themes: Readonly<Record<Theme, string>> = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
};

/** How VS Code names a theme for people, and the class by which the workbench says what kind it shows. */
export const shownThemes: Readonly<Record<Theme, { readonly label: string; readonly kind: string }>> = {
  light: { label: 'Light 2026', kind: 'vs' },
  dark: { label: 'Dark 2026', kind: 'vs-dark' },
  highContrast: { label: 'Dark High Contrast', kind: 'hc-black' },
  highContrastLight: { label: 'Light High Contrast', kind: 'hc-light' },
};
