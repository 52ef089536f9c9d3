import { MarkdownString } from 'vscode';
import type { CallOptions } from '../../api/types.ts';
import type { Names } from '../../kinds/names.ts';
import type { Records } from '../../kinds/records.ts';
import { fieldTitle, titleOf } from '../../kinds/title.ts';
import { displayText } from '../../model/displayText.ts';
import type { Field } from '../../model/field.ts';
import { showValue } from '../../model/fieldTypes/index.ts';
import { isCancelled, sentenceOf } from '../shared/problems.ts';
import type { RecordNode } from './nodes.ts';

/** How much of one value a tooltip shows. */
const longest = 200;

/** A record's main fields, by name and readable value. All of it is text: nothing in a record can format, or link to anything but what it reads. */
export async function tooltipOf(node: RecordNode, records: Records, names: Names, options: CallOptions): Promise<MarkdownString> {
  const { kind, record } = node;
  const tooltip = new MarkdownString();
  tooltip.isTrusted = false;
  tooltip.supportHtml = false;
  bold(tooltip, titleOf(kind, record, longest));
  try {
    for (const [name, value] of await mainValues(node, records, names, options)) {
      tooltip.appendMarkdown('\n\n');
      tooltip.appendText(`${name}: ${value}`);
    }
  } catch (error) {
    if (isCancelled(error)) throw error;
    tooltip.appendMarkdown('\n\n');
    tooltip.appendText(sentenceOf(error));
  }
  return tooltip;
}

async function mainValues(
  { account, kind, record }: RecordNode,
  records: Records,
  names: Names,
  options: CallOptions,
): Promise<readonly (readonly [name: string, value: string])[]> {
  const all = new Map((await records.fields(kind, account.id, options)).map((field) => [field.key, field]));
  const main = kind.summary.map((key) => all.get(key)).filter((field): field is Field => field !== undefined);
  // Only the ids that are shown get their names looked up.
  const named = await names.of(account.id, main, record);
  return main
    .map((field) => [fieldTitle(field, 80), displayText(showValue(field, record.values[field.key], named), longest)] as const)
    .filter(([, value]) => value !== '');
}

function bold(tooltip: MarkdownString, text: string): void {
  tooltip.appendMarkdown('**');
  tooltip.appendText(text);
  tooltip.appendMarkdown('**');
}
