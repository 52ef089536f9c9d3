import { base } from '../../../shared/view/base.styles.ts';
import { buttons } from '../../../shared/view/buttons.styles.ts';
import { column } from '../../../shared/view/column.styles.ts';
import { inputs } from '../../../shared/view/inputs.styles.ts';
import { listbox } from '../../../shared/view/listbox.styles.ts';
import { page } from '../../../shared/view/page.styles.ts';
import { select } from '../../../shared/view/select.styles.ts';
import { chips } from './chips.styles.ts';
import { conflict } from './conflict.styles.ts';
import { contacts } from './contacts.styles.ts';
import { field } from './field.styles.ts';
import { layout } from './layout.styles.ts';
import { parts } from './parts.styles.ts';
import { rows } from './rows.styles.ts';
import { sift } from './sift.styles.ts';
import { tabs } from './tabs.styles.ts';

export const styles = [
  base,
  buttons,
  inputs,
  select,
  listbox,
  page,
  column,
  layout,
  tabs,
  sift,
  field,
  chips,
  contacts,
  parts,
  rows,
  conflict,
];
