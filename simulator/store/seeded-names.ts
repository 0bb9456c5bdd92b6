const firstNames =
  "Ann Bob Cleo Dan Eve Finn Gina Hugo Ida Jack Kim Lena Max Nora Omar Pia Quinn Rosa Sam Tess".split(" ");
const lastNames = (
  "Adams Baker Clark Diaz Evans Foster Gray Hill Irwin Jones King Lopez Mills Novak Owens Price Reed Scott Turner Unger " +
  "Vega Walsh Xu Young Zimmer Abbott Burns Cohen Drake Ellis Flynn Grant Hayes Ito Jensen Klein Lane Moore Nash Ortiz " +
  "Park Quist Ross Shaw Todd Underwood Voss Wood Yates Zola"
).split(" ");

/** How many names there are, each different. */
export const nameCount = firstNames.length * lastNames.length;

/** A name for each number from 0: 21 and 50 share no factor, so a first name meets every last name once. */
export const nameAt = (at: number): { firstName: string; lastName: string; email: string } => {
  const firstName = firstNames[at % firstNames.length] ?? "";
  const lastName = lastNames[(at + Math.floor(at / firstNames.length)) % lastNames.length] ?? "";
  return { firstName, lastName, email: `${firstName}.${lastName}@example.com`.toLowerCase() };
};
