/** `138 **** 8000`: enough to know one's own number, too little to call it. Other numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").replace(/^86(?=\d{11}$)/, "");
  if (digits.length === 11) return `${digits.slice(0, 3)} **** ${digits.slice(7)}`;
  return `****${digits.slice(-2)}`;
}

/** `138 0013 8000`: digits grouped while they are typed. */
export function groupPhone(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7, 11)].filter((part) => part !== "").join(" ");
}

/** The family name (or first letter) an avatar shows until a person uploads a picture. */
export function familyNameOf(name: string): string {
  const first = [...name.trim()][0] ?? "?";
  if (/\p{Script=Han}/u.test(first)) return first;
  const words = name.trim().replace(/^(Mr|Mrs|Ms|Dr)\.?\s+/i, "");
  return ([...words][0] ?? "?").toLocaleUpperCase("en");
}
