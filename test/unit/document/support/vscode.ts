/** As much of VS Code as a save needs to be loaded outside it: sentences, events, addresses. */
export const l10n = {
  t: (text: string, ...args: readonly unknown[]): string =>
    text.replace(/\{(\d+)\}/g, (_, place: string) => String(args[Number(place)])),
};

export class EventEmitter<T> {
  readonly #listeners = new Set<(event: T) => void>();
  readonly event = (listener: (event: T) => void) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Uri {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;

  private constructor({ scheme = '', authority = '', path = '', query = '', fragment = '' }: Partial<Uri>) {
    this.scheme = scheme;
    this.authority = authority;
    this.path = path;
    this.query = query;
    this.fragment = fragment;
  }
  static from(parts: Partial<Uri>): Uri {
    return new Uri(parts);
  }
  static joinPath(base: Uri, ...more: readonly string[]): Uri {
    return base.with({ path: [base.path, ...more].join('/') });
  }
  with(parts: Partial<Uri>): Uri {
    const { scheme, authority, path, query, fragment } = this;
    return new Uri({ scheme, authority, path, query, fragment, ...parts });
  }
  toString(): string {
    return `${this.scheme}:${this.path}`;
  }
}

/** A file system of one folder, in memory. */
const files = new Map<string, Uint8Array>();
export class FileSystemError extends Error {
  readonly code = 'FileNotFound';
}
export const workspace = {
  fs: {
    createDirectory: async () => undefined,
    readDirectory: async (folder: Uri) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder.path}/`))
        .map((path) => [path.slice(folder.path.length + 1), 1] as const),
    stat: async () => ({ mtime: Date.now() }),
    writeFile: async ({ path }: Uri, bytes: Uint8Array) => void files.set(path, bytes),
    readFile: async ({ path }: Uri) => {
      const bytes = files.get(path);
      if (!bytes) throw new FileSystemError(path);
      return bytes;
    },
    delete: async ({ path }: Uri) => {
      if (!files.delete(path)) throw new FileSystemError(path);
    },
  },
};

/** Named by what is loaded along with a save, and never called. */
const never = {};
export class CancellationError extends Error {}
export class Range {}
export class WorkspaceEdit {}
export class Disposable {}
export class ThemeIcon {}
export { never as window, never as commands, never as env, never as ConfigurationTarget, never as ProgressLocation };
