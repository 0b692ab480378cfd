/** Letters and digits that are not mistaken for one another; thirty-two of them, so that every one is as likely. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password that needs no quotes anywhere: 120 random bits. */
export const secret = (): string => [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
