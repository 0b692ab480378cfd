//? backend
import { useState } from 'react';

export default function App() {
  const [answer, setAnswer] = useState('');

  async function ask() {
    //: 브라우저는 backend라는 이름을 모르므로 상대 경로로 부릅니다.
    const response = await fetch('/api/hello');
    setAnswer(response.ok ? JSON.stringify(await response.json()) : `${response.status}`);
  }

  return (
    <main>
      <h1>도커 쇼핑몰</h1>
      <button type="button" onClick={ask}>
        API 부르기
      </button>
      <p>{answer}</p>
    </main>
  );
}
//? else
export default function App() {
  return (
    <main>
      <h1>도커 쇼핑몰</h1>
      <p>React가 nginx 컨테이너에서 실행되고 있습니다.</p>
    </main>
  );
}
//?
