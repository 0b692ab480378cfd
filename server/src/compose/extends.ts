import type { Word } from '../core/text.ts';
import { child } from './facts.ts';
import type { Service } from './model.ts';
import { scalarAt } from './services.ts';

/** The service that a service takes its keys from. */
export interface Extended {
  readonly service: Word;
  /** The other file it stands in; absent for the same file. */
  readonly file?: Word;
}

/** What a service extends; nothing where it does not, or where that is not written in full. */
export function extendedBy({ node }: Service): Extended | undefined {
  const value = child(node, 'extends');
  if (value?.kind === 'scalar') return { service: value.raw };
  const service = scalarAt(value, 'service');
  const file = scalarAt(value, 'file');
  return service && { service: service.raw, ...(file && { file: file.raw }) };
}
