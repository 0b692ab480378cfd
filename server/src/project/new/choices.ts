import type { Found } from './found.ts';

/** What one may choose for a new project, the first of each being the default. */
export const CHOICES = {
  frontend: ['next', 'vite', 'none'],
  backend: ['spring-gradle', 'spring-maven', 'express', 'none'],
  proxy: ['nginx', 'none'],
  database: ['mysql', 'mariadb', 'postgres', 'none'],
  cache: ['redis', 'none'],
  purpose: ['development', 'production'],
  comments: ['why', 'short', 'none'],
  file: ['docker-compose.yml', 'compose.yaml', 'docker-compose.yaml', 'compose.yml'],
} as const;

export type ChoiceName = keyof typeof CHOICES;

export type Choices = { readonly [K in ChoiceName]: (typeof CHOICES)[K][number] };

/** The whole shopping mall. */
export const defaults: Choices = {
  frontend: 'next',
  backend: 'spring-gradle',
  proxy: 'nginx',
  database: 'mysql',
  cache: 'redis',
  purpose: 'development',
  comments: 'why',
  file: 'docker-compose.yml',
};

/** Why nothing can be made of these choices. */
export type Unusable = 'nothing-chosen' | 'proxy-to-nobody';

export function unusable({ frontend, backend, proxy, database, cache }: Choices): Unusable | undefined {
  const runs = frontend !== 'none' || backend !== 'none';
  if (proxy !== 'none' && !runs) return 'proxy-to-nobody';
  return runs || database !== 'none' || cache !== 'none' ? undefined : 'nothing-chosen';
}

/** Every combination that something can be made of, under the two names that are offered. */
export function combinations(): Choices[] {
  let found: Partial<Choices>[] = [{}];
  for (const [name, words] of Object.entries(CHOICES)) found = found.flatMap((it) => words.slice(0, name === 'file' ? 2 : words.length).map((word) => ({ ...it, [name]: word })));
  return found.map((it) => ({ ...defaults, ...it })).filter((it) => !unusable(it));
}

/** Whether a word from outside can be chosen there. */
export function isChoice<K extends ChoiceName>(name: K, word: string): word is Choices[K] {
  const words: readonly string[] = CHOICES[name];
  return words.includes(word);
}

/** What is there is kept: a project that was found is chosen, and the servers it has drivers for. Where nothing was found, the whole shopping mall. */
export function suggested({ frontend, backend, compose }: Found): Choices {
  const file = compose !== undefined && isChoice('file', compose) ? compose : defaults.file;
  if (!frontend && !backend) return { ...defaults, file };
  return {
    ...defaults,
    file,
    frontend: frontend?.kind ?? 'none',
    backend: backend?.kind ?? 'none',
    proxy: frontend ? 'nginx' : 'none',
    database: backend?.clients.database ?? 'none',
    cache: backend?.clients.redis ? 'redis' : 'none',
  };
}
