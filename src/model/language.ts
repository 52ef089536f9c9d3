let chosen: string | undefined;

/** Says which language the person reads: VS Code's, as a tag such as `pt-br`. Said once, by whoever runs this code. */
export function useLanguage(tag: string): void {
  chosen = tag;
}

/** The language of dates, numbers and lists; undefined is the machine's own. */
export const language = (): string | undefined => chosen;
