import { ThemeColor } from 'vscode';

/** Pipedrive's names of label colours, each as the nearest colour that every theme has. */
const themed: Readonly<Record<string, string>> = {
  green: 'charts.green',
  'light-green': 'charts.green',
  blue: 'charts.blue',
  'light-blue': 'charts.blue',
  red: 'charts.red',
  pink: 'charts.red',
  yellow: 'charts.yellow',
  orange: 'charts.orange',
  brown: 'charts.orange',
  purple: 'charts.purple',
  gray: 'disabledForeground',
  'dark-gray': 'descriptionForeground',
};

/** The theme's colour for one of Pipedrive's; none for a name not known here. */
export function themeColor(name: string | undefined): ThemeColor | undefined {
  const id = name !== undefined && Object.hasOwn(themed, name) ? themed[name] : undefined;
  return id === undefined ? undefined : new ThemeColor(id);
}
