import { type Book, factBook, type Known } from '../core/fact.ts';
import type { Entry, Setting, SettingsFacts } from './file.ts';
import { profileOf } from './names.ts';
import { propertiesIn } from './properties.ts';
import { scalarsIn } from './yaml.ts';

/** What a settings file tells its application. `name` is the file's, perhaps with folders: it picks the format and may name a profile. */
export function settingsFacts(name: string, text: string): Known<SettingsFacts> {
  const book = factBook();
  const entries = /\.properties$/i.test(name) ? propertiesIn(text) : scalarsIn(text);
  const profiles = activations(entries);
  const ofFile = profileOf(name);
  return book.known({ settings: entries.map((it) => settingOf(it, profiles.get(it.document) ?? ofFile, book)) });
}

/** Quarkus writes the profile in front of the key: `%prod.quarkus.http.port`. https://quarkus.io/guides/config-reference#profile-in-the-property-name */
function settingOf({ key, at, value }: Entry, ofDocument: string | undefined, book: Book): Setting {
  const match = /^%([\w,-]+)\.(.+)$/.exec(key);
  const profile = match?.[1] ?? ofDocument;
  return { key: book.fact(match?.[2] ?? key, at), value: book.fact(value.text, value.span), ...(profile !== undefined && { profile }) };
}

/** The profiles that documents are for. https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.activation-properties */
function activations(entries: readonly Entry[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { key, value, document } of entries) {
    if (!/^spring\.(?:config\.activate\.on-?profile|profiles)(?:\[\d+\])?$/i.test(key)) continue;
    const before = found.get(document);
    const profile = value.text.replace(/^\[|\]$/g, '').trim();
    found.set(document, before === undefined ? profile : `${before}, ${profile}`);
  }
  return found;
}
