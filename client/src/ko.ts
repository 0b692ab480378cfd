/** Korean words of the editor's own surfaces. */
export const ko = {
  name: '도커 길잡이',
  searchLessons: '찾을 낱말을 적으세요. 예: 볼륨, COPY --from, deamon',
  noLesson: '이 항목의 설명을 찾지 못했습니다.',
};
