/** Who uses the site. The e-mail address is the id, as in the accounts of renDev. */
export interface Person {
  readonly email: string;
  readonly nickname: string;
}

export const PEOPLE: readonly Person[] = [
  { email: 'seoyeon@rendev.example', nickname: '서연' },
  { email: 'minjun@rendev.example', nickname: '민준' },
  { email: 'doyun@rendev.example', nickname: '도윤' },
];

export const findPerson = (email: unknown): Person | undefined =>
  PEOPLE.find((person) => person.email === email);

/** @throws for an address that the table should not hold */
export function personOf(email: string): Person {
  const person = findPerson(email);
  if (person === undefined) throw new Error(`Nobody has the address ${email}`);
  return person;
}
