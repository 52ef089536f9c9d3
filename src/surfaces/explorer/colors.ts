import { ThemeColor, Uri } from 'vscode';
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

/** The same as fixed colours that stand out on light and on dark, for quick picks, whose icons take no theme colour. */
const fixed: { readonly [C in ColorName]: string } = {
  green: '#388a34',
  'light-green': '#7cb86f',
  blue: '#2f7fd6',
  'light-blue': '#6fb3e8',
  red: '#e5484d',
  pink: '#e879a6',
  yellow: '#d9a400',
  orange: '#d97706',
  brown: '#9a6a3c',
  purple: '#9b59c9',
  gray: '#9a9a9a',
  'dark-gray': '#6e6e6e',
};

/** A dot in one of Pipedrive's colours; none for a name not known. */
export function colorDot(name: string | undefined): Uri | undefined {
  const color = colorOf(name);
  if (!color) return undefined;
  const dot = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="4" fill="${fixed[color]}"/></svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${Buffer.from(dot).toString('base64')}`);
}
