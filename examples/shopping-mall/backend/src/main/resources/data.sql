-- 다시 시작해도 같은 상품이 두 번 들어가지 않도록 IGNORE를 씁니다.
INSERT IGNORE INTO product (id, name, price) VALUES
    (1, '고래 머그컵', 12000),
    (2, '컨테이너 티셔츠', 25000),
    (3, '부두 노동자 모자', 18000);
