import { scaleLinear } from 'd3-scale';
import type { Section } from '../messages.ts';

/**
 * How long a number's bar is, in percent of the room: of what a full bar stands for, else of a round number that is not
 * below any of them.
 */
export function barScale({ full, figures }: Pick<Section, 'full' | 'figures'>): (value: number) => number {
  const largest = Math.max(0, ...figures.flatMap(({ now, before }) => [now.value, before?.value ?? 0]));
  const scale = scaleLinear().domain([0, Math.max(full ?? 0, largest) || 1]);
  return (full === undefined ? scale.nice(4) : scale).range([0, 100]).clamp(true);
}
