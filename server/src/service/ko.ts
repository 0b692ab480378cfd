/** Korean words around the lessons. */
export const ko = {
  more: '더 보기',
  noLesson: (name: string) => `\`${name}\` 항목의 설명을 찾지 못했습니다.`,
};
