import type { Profile } from '../src/service/service.ts';

/** The names of the profiles in settings and on the command line. */
const profiles: Readonly<Record<string, Profile>> = { 입문: 'beginner', 실무: 'work', 시험: 'exam' };

/** Korean lines of the terminal. */
export const ko = {
  profiles,
  usage: [
    '사용법: docker-giljabi <명령>',
    '',
    '  check [옵션] [파일이나 폴더…]    컴포즈 파일에서 고칠 곳을 찾습니다. 적지 않으면 지금 폴더를 봅니다',
    '  rules [--format text|json]       모든 규칙을 보여 줍니다',
    '  explain <주제 | 규칙 | docker 명령줄>   호버와 같은 설명을 보여 줍니다',
    '',
    'check의 옵션',
    '  --format text|json|github|sarif                   결과의 형식',
    '  --fail-on error|warning|information|hint          이것 이상이 있으면 1로 끝납니다 (기본 error)',
    '  --max-severity error|warning|information|hint     이보다 무거운 것은 이것으로 낮추어 보여 줍니다',
    '  --profile 입문|실무|시험                          얼마나 자세히 볼지 (기본 입문)',
    '  --rule <규칙>=off|hint|information|warning|error  규칙 하나의 무게를 바꿉니다',
    '  --as compose|dockerfile                           이름으로 알 수 없는 파일이나 표준 입력(-)의 종류',
    '',
    '예: docker-giljabi check',
    '    docker-giljabi check --format json compose.yaml',
    '    docker-giljabi explain declare-volumes',
    '    docker-giljabi explain docker run -p 8080:80 nginx:1.28-alpine',
  ].join('\n'),
  severities: { error: '오류', warning: '경고', information: '정보', hint: '힌트', off: '꺼짐' },
  cure: (title: string) => `고치기: ${title}`,
  relatedLine: (line: number, message: string) => `${line}행: ${message}`,
  summary: (files: number, { error, warning, information, hint }: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>) => {
    const parts = [error && `오류 ${error}개`, warning && `경고 ${warning}개`, information && `정보 ${information}개`, hint && `힌트 ${hint}개`].filter((part) => part !== 0);
    return parts.length === 0 ? `파일 ${files}개에서 고칠 곳을 찾지 못했습니다.` : `파일 ${files}개에서 ${parts.join(', ')}를 찾았습니다.`;
  },
  badOption: (option: string) => `‘${option}’ 옵션은 없습니다. docker-giljabi help로 쓸 수 있는 옵션을 보세요.`,
  badValue: (option: string, value: string, known: readonly string[]) => `${option}에 ‘${value}’ 값은 쓸 수 없습니다. ${known.join(', ')} 가운데에서 고르세요.`,
  unknownLanguage: (file: string) => `‘${file}’ 파일이 컴포즈 파일인지 Dockerfile인지 알 수 없습니다. --as compose나 --as dockerfile을 적으세요.`,
  unreadable: {
    unreadable: (file: string) => `‘${file}’ 파일을 읽을 수 없습니다. 경로와 권한을 확인하세요.`,
    binary: (file: string) => `‘${file}’ 파일은 글자로 된 파일이 아닙니다.`,
    'too-large': (file: string) => `‘${file}’ 파일이 너무 큽니다. 5MB까지 읽습니다.`,
    'not-utf-8': (file: string) => `‘${file}’ 파일을 UTF-8로 읽을 수 없습니다.`,
  },
  notUtf8: '파일이 UTF-8로 저장되어 있지 않습니다. 편집기에서 인코딩을 UTF-8로 바꾸어 다시 저장하세요.',
  ruleFailed: (rule: string, message: string) => `‘${rule}’ 규칙을 건너뛰었습니다. ${message}`,
  explainUsage: '무엇을 설명할지 적어 주세요. 예: docker-giljabi explain COPY --from',
  unknownCommand: (name: string) => `‘${name}’ 명령은 없습니다. docker-giljabi help로 쓸 수 있는 명령을 보세요.`,
  notFound: (words: string, candidates: readonly string[]) =>
    candidates.length > 0
      ? `‘${words}’에 맞는 설명이 여럿입니다. 하나를 골라 다시 적으세요.\n${candidates.map((it) => `  ${it}`).join('\n')}`
      : `‘${words}’ 설명을 찾지 못했습니다.`,
  failed: (message: string) => `실행하지 못했습니다. ${message}`,
};
