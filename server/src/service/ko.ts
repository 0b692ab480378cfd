/** Korean words around the lessons and the findings. */
export const ko = {
  more: '더 보기',
  /** Begins the line of a lesson that names the official page. */
  official: '더 알아보기:',
  /** Begins the line with other words under which a lesson is looked for. */
  searchWords: '검색어:',
  /** Who speaks, in the list of problems. */
  source: '도커 길잡이',
  ignore: (id: string) => `이 줄에서 \`${id}\` 무시하기`,
  skip: (id: string) => `이 파일에서 \`${id}\` 무시하기 (\`# check=skip\` 줄에 넣기)`,
  explain: (id: string | undefined) => (id === undefined ? '왜 문제인지 보기' : `왜 문제인지 보기: \`${id}\``),
  fixAll: (count: number) => `안전하게 고칠 수 있는 문제 ${count}개를 모두 고치기`,
};
