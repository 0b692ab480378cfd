//? backend
'use client';

import { useState } from 'react';

export default function HelloButton() {
  const [answer, setAnswer] = useState('');

  async function ask() {
    //: 브라우저는 backend라는 이름을 모르므로 상대 경로로 부릅니다.
    const response = await fetch('/api/hello');
    setAnswer(response.ok ? JSON.stringify(await response.json()) : `${response.status}`);
  }

  return (
    <p>
      <button type="button" onClick={ask}>
        API 부르기
      </button>{' '}
      {answer}
    </p>
  );
}
//?
