/** Korean words around the lessons. */
export const ko = {
  more: '더 보기',
  /** Begins the line of a lesson that names the official page. */
  official: '더 알아보기:',
  /** Begins the line with other words under which a lesson is looked for. */
  searchWords: '검색어:',
};
