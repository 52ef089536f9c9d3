/** Every word of the form's own; what comes with the record comes from the host, ready to be read. */
export const words = {
  loading: 'Loading…',
  noAnswer: 'The form could not be loaded.',
  of: (kind: string, company: string) => `${kind} · ${company}`,

  notSet: 'Not set',
  unset: '—',
  changed: 'Changed, not saved yet',
  was: (text: string) => `Was: ${text}`,
  wasUnset: 'Was not set',
  putBack: 'Undo this change',

  filterFields: 'Filter fields',
  clearFilter: 'Clear the filter',
  onlyFilled: 'Filled',
  onlyChanged: (count: number) => (count > 0 ? `Changed (${count})` : 'Changed'),
  shownOf: (shown: number, all: number) => `${shown} of ${all} fields`,
  noField: (term: string) => `No field is called like “${term}”.`,
  noneOf: { all: 'There are no fields.', filled: 'No field is filled.', changed: 'Nothing is changed.' },
  showAll: 'Show All Fields',

  unknownOption: (id: string) => `Unknown option (${id})`,

  notANumber: 'Not a number. Write it like 1234.5.',
  notWhole: 'Not a whole number. Write it like 1234.',
  tooManyDigits: 'More digits than can be kept.',
  unfinishedDate: 'The date is not finished.',
  chooseFromList: 'Choose one from the list, or clear the field.',

  conflictIn: (label: string) => `Conflict in ${label}`,
  conflict: 'Changed here and in Pipedrive.',
  mine: 'Mine',
  theirs: 'Theirs',
  base: 'Was',
  keepMine: 'Keep Mine',
  takeTheirs: 'Take Theirs',

  addChoice: 'Add…',
  chosen: (labels: string) => `Chosen: ${labels}`,
  choicesOf: (label: string) => `Choices for ${label}`,
  remove: (label: string) => `Remove ${label}`,

  clear: (label: string) => `Clear ${label}`,
  search: 'Type to search…',
  typeToSearch: 'Type at least two characters.',
  searching: 'Searching…',
  nothingFound: 'Nothing found.',
  found: (count: number) => (count === 1 ? '1 found' : `${count} found`),

  emails: {
    entry: (number: number) => `Email ${number}`,
    label: (number: number) => `Label of email ${number}`,
    primary: (number: number) => `Email ${number} is primary`,
    remove: (number: number) => `Remove email ${number}`,
    add: 'Add Email',
  },
  phones: {
    entry: (number: number) => `Phone ${number}`,
    label: (number: number) => `Label of phone ${number}`,
    primary: (number: number) => `Phone ${number} is primary`,
    remove: (number: number) => `Remove phone ${number}`,
    add: 'Add Phone',
  },
  primary: 'Primary',
  contactLabels: { work: 'Work', home: 'Home', mobile: 'Mobile', other: 'Other' } as Readonly<Record<string, string>>,
  noLabel: 'No label',
  ownLabel: 'Custom…',
} as const;
