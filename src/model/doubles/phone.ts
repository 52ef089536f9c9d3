import parse from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import type { FoldPhone } from './row.ts';

/** Fewer digits are an extension or a placeholder, which anybody may have. */
const fewestDigits = 6;

/**
 * Writes phone numbers as E.164, with an extension behind it, since colleagues may share all but that. A number that cannot
 * be read so stands for itself by its digits.
 *
 * @param country two letters of ISO 3166-1, where numbers without a country's code belong; empty where nobody knows
 */
export function phoneFolding(country: string): FoldPhone {
  const region = Object.keys(metadata.countries).find((code) => code === country.toUpperCase());
  return (text) => {
    const number = parse(
      text.replace(/^\s*tel:/i, ''),
      { ...(region && { defaultCountry: region as never }), extract: false },
      metadata,
    );
    if (number?.isPossible()) return number.ext ? `${number.number};${number.ext}` : number.number;
    const digits = text.replace(/\D/g, '');
    return digits.length < fewestDigits ? undefined : digits;
  };
}
