/** What `npm test` sets for the user-interface tests. */
export function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment lacks ${name}; run the tests by \`npm test -- ui\`.`);
  return value;
}
