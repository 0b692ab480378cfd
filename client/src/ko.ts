/** Korean words of the editor's own surfaces. */
export const ko = {
  name: '도커 길잡이',
  searchLessons: '찾을 낱말을 적으세요. 예: 볼륨, COPY --from, deamon',
  noLesson: '이 항목의 설명을 찾지 못했습니다.',
  noProblem: '이 줄에는 도커 길잡이가 찾은 문제가 없습니다.',
};
