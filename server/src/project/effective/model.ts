import { canonical } from './canonical.ts';
import type { Environment } from './environment.ts';
import { withExtends } from './extends.ts';
import { withIncluded } from './include.ts';
import { interpolate } from './interpolate.ts';
import { markedIn, without, withoutReset } from './marks.ts';
import { merge, withoutTwice } from './merge.ts';
import { withAbsolutePaths } from './places.ts';
import type { Reading } from './reading.ts';
import { emptyMap, type MapValue } from './value.ts';

/** What a set of compose files is read with. */
export interface Setup {
  /** The folder that relative paths are seen from. */
  readonly folder: string;
  readonly environment: Environment;
  /** Files that include each other up to here. */
  readonly including: readonly string[];
}

/** Compose files merged in their order, everything in the long syntax, paths absolute; what they include and extend is in it. compose-go: loader/loader.go */
export async function modelOf(files: readonly string[], setup: Setup, reading: Reading): Promise<MapValue> {
  let model = emptyMap;
  for (const file of files) {
    for (const document of (await reading.documents(file)) ?? []) {
      const read = interpolate(document, setup.environment, reading.report);
      const version = read.entries.get('version');
      if (version) reading.report.warn({ kind: 'obsolete-version', ...(version.from && { at: version.from }) });
      const own = canonical(withoutReset(read));
      const marked = markedIn(read);
      const joined = await withIncluded(own, marked, { ...setup, including: [...setup.including, file] }, reading);
      const whole = await withExtends(joined, marked, file, setup, reading);
      model = withoutTwice(merge(without(model, marked), whole));
    }
  }
  return withAbsolutePaths(model, { folder: setup.folder, ...(reading.home !== undefined && { home: reading.home }) });
}
