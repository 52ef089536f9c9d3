import type { Address } from '../records.ts';
import type { Culture } from './cultures.ts';
import type { Random } from './random.ts';

/** An address in one of the culture's towns. */
export function makeAddress(random: Random, culture: Culture): Address {
  const place = random.pick(culture.places);
  const number = String(random.int(1, 190));
  const text = `${place.street} ${number}, ${place.postal} ${place.city}, ${culture.country}`;
  return {
    value: text,
    subpremise: random.chance(15) ? `${random.int(1, 40)}` : null,
    street_number: number,
    route: place.street,
    sublocality: null,
    locality: place.city,
    admin_area_level_1: place.region,
    admin_area_level_2: null,
    country: culture.country,
    postal_code: place.postal,
    formatted_address: text,
  };
}
