import { dockerfile } from '../../core/example.ts';
import { replace } from '../../core/rule.ts';
import type { DockerfileRule } from '../rule.ts';

const ko = {
  copy: '파일을 복사하기만 할 때는 `COPY`를 쓰세요. `ADD`는 압축을 풀거나 주소에서 내려받기도 해서 무엇을 할지 한눈에 알기 어렵습니다.',
  use: '`COPY`로 바꾸기',
};

export const rule: DockerfileRule = {
  severity: 'hint',
  lesson: {
    title: '파일을 복사할 때는 `COPY`를 쓰세요',
    what: '내 파일이나 폴더를 `ADD`로 복사합니다.',
    why: '`ADD`는 tar 파일이면 풀고, 주소이면 내려받습니다. 복사만 할 때 `ADD`를 쓰면 읽는 사람이 무슨 일이 일어날지 짐작해야 합니다.',
    how: '`COPY . /app`처럼 `COPY`로 바꾸세요. 압축을 풀거나 내려받을 때만 `ADD`를 쓰세요.',
  },
  also: ['D213', 'DL3020'],
  href: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',

  *instruction({ keyword, name, flags, ...rest }) {
    if (keyword !== 'ADD' || !('sources' in rest)) return;
    if (rest.sources.length === 0 || flags.some((flag) => !/^(?:chown|chmod|link|exclude)$/.test(flag.name.text))) return;
    if (rest.sources.some(({ text }) => isMoreThanCopied(text))) return;
    yield { at: name.span, message: ko.copy, fixes: [{ title: ko.use, edits: [replace(name.span, name.text === 'add' ? 'copy' : 'COPY')] }] };
  },

  examples: [
    {
      bad: dockerfile`
        FROM node:24-alpine
        ADD . /app
        ^^^
      `,
      fixed: dockerfile`
        FROM node:24-alpine
        COPY . /app
      `,
    },
    {
      good: dockerfile`
        FROM alpine:3.22
        ADD rootfs.tar.xz /
        ADD https://example.com/tool /usr/local/bin/tool
        ADD git@github.com:moby/buildkit.git /src
      `,
    },
  ],
};

/** An archive, an address, or a name that may be either. */
const isMoreThanCopied = (source: string) => /[$*?]|:\/\/|^git@|\.git(?:#|$)|\.(?:tar|tgz|tbz2?|txz|gz|bz2|xz|zst|lzma|Z)(?:\.|["']?$)/.test(source);
