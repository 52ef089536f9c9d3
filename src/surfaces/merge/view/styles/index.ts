import { base } from '../../../shared/view/base.styles.ts';
import { buttons } from '../../../shared/view/buttons.styles.ts';
import { column } from '../../../shared/view/column.styles.ts';
import { inputs } from '../../../shared/view/inputs.styles.ts';
import { page } from '../../../shared/view/page.styles.ts';
import { layout } from './layout.styles.ts';
import { rows } from './rows.styles.ts';

export const styles = [base, buttons, inputs, page, column, layout, rows];
