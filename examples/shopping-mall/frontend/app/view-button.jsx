'use client';

import { useState } from 'react';

export default function ViewButton({ id, initialViews }) {
  const [views, setViews] = useState(initialViews);

  async function addView() {
    // 브라우저는 backend라는 이름을 모르므로, 상대 경로로 부르고 nginx가 backend로 넘깁니다.
    const response = await fetch(`/api/products/${id}/views`, { method: 'POST' });
    if (response.ok) setViews((await response.json()).views);
  }

  return (
    <button type="button" onClick={addView}>
      조회 {views}
    </button>
  );
}
