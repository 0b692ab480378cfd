import ViewButton from './view-button';

// 이미지를 빌드할 때는 backend가 없으므로, 요청이 올 때마다 상품을 읽습니다.
export const dynamic = 'force-dynamic';

async function readProducts() {
  try {
    const response = await fetch(`${process.env.BACKEND_URL}/api/products`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(3000),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

export default async function Home() {
  const products = await readProducts();
  return (
    <main>
      <h1>
        <img src="/logo.svg" alt="" width="32" height="32" />
        도커 쇼핑몰
      </h1>
      {products === undefined && <p>상품을 불러오지 못했습니다. backend가 준비될 때까지 기다린 뒤 새로 고치세요.</p>}
      <ul>
        {products?.map(({ id, name, price, views }) => (
          <li key={id}>
            <span>
              {name} {price.toLocaleString('ko-KR')}원
            </span>
            <ViewButton id={id} initialViews={views} />
          </li>
        ))}
      </ul>
    </main>
  );
}
