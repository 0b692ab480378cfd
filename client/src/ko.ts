/** Korean words of the editor's own surfaces. */
export const ko = {
  name: '도커 길잡이',
  noLesson: '이 항목의 설명을 찾지 못했습니다.',
};
