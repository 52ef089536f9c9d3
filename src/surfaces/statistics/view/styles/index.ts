import { base } from '../../../shared/view/base.styles.ts';
import { buttons } from '../../../shared/view/buttons.styles.ts';
import { column } from '../../../shared/view/column.styles.ts';
import { inputs } from '../../../shared/view/inputs.styles.ts';
import { page } from '../../../shared/view/page.styles.ts';
import { select } from '../../../shared/view/select.styles.ts';
import { charts } from './charts.styles.ts';
import { layout } from './layout.styles.ts';

export const styles = [base, buttons, inputs, page, column, select, layout, charts];
