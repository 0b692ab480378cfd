import './globals.css';

export const metadata = {
  title: '도커 쇼핑몰',
  description: 'Next.js, Spring Boot, nginx, redis, mysql을 함께 실행하는 예제',
};

export default function RootLayout({ children }) {
  return (
    <html lang="ko">
      <body>{children}</body>
    </html>
  );
}
