/** Pipedrive's names of the colours of labels and options. */
const colorNames = [
  ...(['green', 'light-green', 'blue', 'light-blue', 'red', 'pink', 'yellow', 'orange'] as const),
  ...(['brown', 'purple', 'gray', 'dark-gray'] as const),
];

export type ColorName = (typeof colorNames)[number];

/** One of Pipedrive's colours, however it is spelled (`Dark Grey`); none for a name not known here. */
export function colorOf(name: string | undefined): ColorName | undefined {
  const spelled = name?.toLowerCase().replace('grey', 'gray').replace(/[\s_]/g, '-');
  return colorNames.find((known) => known === spelled);
}
