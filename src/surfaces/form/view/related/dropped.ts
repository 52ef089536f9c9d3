/** What a drag from VS Code's own lists carries: all of its addresses, or where only that is told, the first. */
const addressTypes = ['application/vnd.code.uri-list', 'text/uri-list'];

type Carried = Pick<DataTransfer, 'types' | 'getData'>;

/** Whether a drag carries files that can be attached, from another program or from VS Code. */
export const carriesFiles = ({ types }: Carried): boolean =>
  types.includes('Files') || addressTypes.some((type) => types.includes(type));

/** The addresses of what is dropped from VS Code (https://www.rfc-editor.org/rfc/rfc2483#section-5). */
export function addressesIn(carried: Carried): readonly string[] {
  const type = addressTypes.find((one) => carried.types.includes(one));
  const lines = type === undefined ? [] : carried.getData(type).split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}
