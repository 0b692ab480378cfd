// docs/notes.md: for each heading of the study notes, the lessons that teach it.

/** `headings` are [note, heading]; a heading inside another is written `outer > inner`, and lessons name the inner one. */
export function notesTable(headings, lessons) {
  const taught = new Map();
  for (const { topic, text } of lessons) {
    const title = text.slice(2, text.indexOf('\n')).split(' — ')[0];
    const [sources] = /^노트: .*$/m.exec(text.slice(text.lastIndexOf('\n노트: '))) ?? [''];
    for (const [, note, heading] of sources.matchAll(/(\d{3}) «([^»]+)»/g)) {
      const key = `${note} ${heading}`;
      taught.set(key, [...(taught.get(key) ?? []), `[${title.replace(/\|/g, '\\|')}](../server/content/${encodeURI(topic)}.md)`]);
    }
  }
  const rows = headings.map(
    ([note, heading]) => `| ${note} | ${heading} | ${(taught.get(`${note} ${heading.split(' > ').at(-1)}`) ?? taught.get(`${note} ${heading}`) ?? []).join(' · ')} |`,
  );
  return [
    '# 학습 노트와 설명',
    '',
    '학습 노트 다섯 편의 제목마다 그 내용을 가르치는 설명입니다. `npm run generate`가 만듭니다.',
    '',
    '| 노트 | 제목 | 설명 |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
