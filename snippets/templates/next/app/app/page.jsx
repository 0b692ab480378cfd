//? backend
import HelloButton from './hello-button';

//: 이미지를 빌드할 때는 backend가 없으므로, 요청이 올 때마다 읽습니다.
export const dynamic = 'force-dynamic';

async function readHello() {
  try {
    //: 서버에서 부르는 주소는 compose 파일의 environment에서 받습니다.
    const response = await fetch(`${process.env.BACKEND_URL}/api/hello`, { cache: 'no-store', signal: AbortSignal.timeout(3000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

export default async function Home() {
  const hello = await readHello();
  return (
    <main>
      <h1>
        <img src="/logo.svg" alt="" width="32" height="32" /> 도커 쇼핑몰
      </h1>
      <p>{hello ? hello.message : 'backend가 아직 준비되지 않았습니다. 잠시 뒤 새로 고치세요.'}</p>
      <HelloButton />
    </main>
  );
}
//? else
export default function Home() {
  return (
    <main>
      <h1>
        <img src="/logo.svg" alt="" width="32" height="32" /> 도커 쇼핑몰
      </h1>
      <p>Next.js가 컨테이너에서 실행되고 있습니다.</p>
    </main>
  );
}
//?
