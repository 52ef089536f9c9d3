import { ThemeColor } from 'vscode';
import { type ColorName, colorOf } from '../../model/colors.ts';

/** Each of Pipedrive's colours as the nearest that every theme has. */
const themed: { readonly [C in ColorName]: string } = {
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

/** The theme's colour for one of Pipedrive's; none for a name not known. */
export function themeColor(name: string | undefined): ThemeColor | undefined {
  const color = colorOf(name);
  return color && new ThemeColor(themed[color]);
}
