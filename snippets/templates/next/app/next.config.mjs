/** @type {import('next').NextConfig} */
export default {
  //: server.js와 실행에 필요한 파일만 .next/standalone에 모읍니다. Dockerfile이 이 폴더를 복사합니다.
  output: 'standalone',
//? backend & !proxy
  //: 브라우저가 부른 /api/를 backend로 넘깁니다. 빌드할 때 정해지므로 서비스 이름을 그대로 적습니다.
  async rewrites() {
    return [{ source: '/api/:path*', destination: 'http://backend:{{backendPort}}/api/:path*' }];
  },
//?
};
