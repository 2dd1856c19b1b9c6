PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO _sqlite_migrations VALUES(1,'kehoach','programmes','2026-11-30 20:27:29.096372+00:00');
INSERT INTO _sqlite_migrations VALUES(2,'kehoach','documents','2026-11-30 20:27:29.107293+00:00');
INSERT INTO _sqlite_migrations VALUES(3,'kehoach','records','2026-11-30 20:27:29.116076+00:00');
INSERT INTO _sqlite_migrations VALUES(4,'kehoach','computed','2026-11-30 20:27:29.127378+00:00');
INSERT INTO _sqlite_migrations VALUES(5,'kehoach','doubts','2026-11-30 20:27:29.128939+00:00');
INSERT INTO _sqlite_migrations VALUES(6,'kehoach','loading','2026-11-30 20:27:29.138841+00:00');
INSERT INTO _sqlite_migrations VALUES(7,'kehoach','adoption','2026-11-30 20:27:29.139768+00:00');
INSERT INTO _sqlite_migrations VALUES(8,'kehoach','carried','2026-11-30 20:27:29.140603+00:00');
INSERT INTO _sqlite_migrations VALUES(9,'kehoach','reference','2026-11-30 20:27:29.152006+00:00');
INSERT INTO _sqlite_migrations VALUES(10,'kehoach','versions','2026-11-30 20:27:29.153605+00:00');
INSERT INTO _sqlite_migrations VALUES(11,'kehoach','findings','2026-11-30 20:27:29.162061+00:00');
INSERT INTO _sqlite_migrations VALUES(12,'kehoach','site','2026-11-30 20:27:29.184989+00:00');
CREATE TABLE IF NOT EXISTS "programmes" (
   "id" TEXT PRIMARY KEY,
   "number" TEXT NOT NULL,
   "issued_on" TEXT,
   "issuer" TEXT,
   "title_vi" TEXT NOT NULL,
   "title_en" TEXT,
   "period_start" INTEGER,
   "period_end" INTEGER
);
INSERT INTO programmes VALUES('qd-23-2021','23/QĐ-TTg','2021-01-07','Thủ tướng Chính phủ','Chương trình hành động quốc gia vì trẻ em giai đoạn 2021-2030','National programme of action for children 2021-2030',2021,2030);
CREATE TABLE IF NOT EXISTS "measures" (
   "code" TEXT PRIMARY KEY,
   "position" INTEGER,
   "indicator" INTEGER,
   "objective" INTEGER,
   "objective_vi" TEXT,
   "objective_en" TEXT,
   "short_vi" TEXT,
   "name_vi" TEXT NOT NULL,
   "name_en" TEXT,
   "direction" TEXT NOT NULL,
   "unit" TEXT NOT NULL,
   "per" INTEGER,
   "per_year" INTEGER,
   "change" TEXT,
   "levels" TEXT
, "of" TEXT);
INSERT INTO measures VALUES('1',0,1,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Xã phù hợp với trẻ em','Tỷ lệ xã, phường, thị trấn đạt tiêu chuẩn phù hợp với trẻ em','Communes meeting the child-friendly standard','more','percent',NULL,0,NULL,'province district','commune');
INSERT INTO measures VALUES('2',1,2,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Phát triển toàn diện đến 8 tuổi','Tỷ lệ trẻ em đến 8 tuổi được tiếp cận các dịch vụ hỗ trợ chăm sóc phát triển toàn diện','Children up to 8 reached by comprehensive-development services','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('3a',2,3,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Tử vong sơ sinh','Tỷ suất tử vong trẻ sơ sinh trên 1.000 trẻ đẻ sống','Neonatal deaths per 1,000 live births','less','per',1000,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('3b',3,3,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Tử vong dưới 1 tuổi','Tỷ suất tử vong trẻ em dưới 1 tuổi trên 1.000 trẻ đẻ sống','Deaths under 1 per 1,000 live births','less','per',1000,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('3c',4,3,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Tử vong dưới 5 tuổi','Tỷ suất tử vong trẻ em dưới 5 tuổi trên 1.000 trẻ đẻ sống','Deaths under 5 per 1,000 live births','less','per',1000,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('4a',5,4,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Suy dinh dưỡng nhẹ cân','Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể cân nặng theo tuổi','Underweight under 5','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('4b',6,4,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Suy dinh dưỡng thấp còi','Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể chiều cao theo tuổi','Stunting under 5','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('4c',7,4,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Béo phì dưới 5 tuổi','Tỷ lệ trẻ em dưới 5 tuổi bị béo phì','Obesity under 5','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('5a',8,5,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Tiêm chủng dưới 1 tuổi','Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ 8 loại vắc xin','Under-1s with all 8 vaccines','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('5b',9,5,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Tiêm chủng dưới 5 tuổi','Tỷ lệ trẻ em dưới 5 tuổi được tiêm chủng đầy đủ các loại vắc xin','Under-5s fully vaccinated','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('6',10,6,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Lây truyền HIV mẹ - con','Tỷ lệ lây truyền HIV từ mẹ sang con','Mother-to-child HIV transmission','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('7',11,7,1,'Phát triển toàn diện trẻ em, chăm sóc sức khỏe, dinh dưỡng cho trẻ em','Comprehensive development, health and nutrition of children','Công trình vệ sinh trường học','Tỷ lệ cơ sở giáo dục cho trẻ em có công trình vệ sinh','Education facilities with sanitation','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('8a',12,8,2,'Bảo vệ trẻ em','Protection of children','Trẻ em có hoàn cảnh đặc biệt','Tỷ lệ trẻ em có hoàn cảnh đặc biệt trên tổng số trẻ em','Children in special circumstances among all children','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('8b',13,8,2,'Bảo vệ trẻ em','Protection of children','Chăm sóc trẻ em có hoàn cảnh đặc biệt','Tỷ lệ trẻ em có hoàn cảnh đặc biệt được chăm sóc, nuôi dưỡng, trợ giúp','Children in special circumstances cared for','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('9',14,9,2,'Bảo vệ trẻ em','Protection of children','Trẻ em bị xâm hại','Tỷ lệ trẻ em bị xâm hại trên tổng số trẻ em','Abused children among all children','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('10',15,10,2,'Bảo vệ trẻ em','Protection of children','Lao động trẻ em','Tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi','Child labour, ages 5-17','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('11a',16,11,2,'Bảo vệ trẻ em','Protection of children','Tai nạn, thương tích','Tỷ suất trẻ em bị tai nạn, thương tích trên 100.000 trẻ em','Injured children per 100,000','less','per',100000,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('11b',17,11,2,'Bảo vệ trẻ em','Protection of children','Tử vong do tai nạn, thương tích','Tỷ suất trẻ em tử vong do tai nạn, thương tích trên 100.000 trẻ em','Injury deaths per 100,000 children','less','per',100000,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('12',18,12,2,'Bảo vệ trẻ em','Protection of children','Cứu trợ trẻ em trong thiên tai','Tỷ lệ trẻ em gặp thiên tai, thảm họa được cứu trợ, hỗ trợ kịp thời','Children in disasters relieved in time','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('13',19,13,2,'Bảo vệ trẻ em','Protection of children','Giảm tảo hôn','Mức giảm số cuộc tảo hôn hằng năm giai đoạn 2025-2030','Yearly fall in child marriages, 2025-2030','more','percent',NULL,1,'decrease','province district commune',NULL);
INSERT INTO measures VALUES('14',20,14,2,'Bảo vệ trẻ em','Protection of children','Đăng ký khai sinh','Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh','Under-5s with registered births','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('15',21,15,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Phát triển phù hợp dưới 5 tuổi','Tỷ lệ trẻ em dưới 5 tuổi được phát triển phù hợp về sức khỏe, học tập và tâm lý xã hội','Under-5s developmentally on track','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('16',22,16,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Trẻ 5 tuổi đi học mẫu giáo','Tỷ lệ huy động trẻ em 5 tuổi đi học mẫu giáo','5-year-olds in kindergarten','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('17a',23,17,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Hoàn thành tiểu học','Tỷ lệ trẻ em hoàn thành cấp tiểu học','Primary completion','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('17b',24,17,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Bỏ học tiểu học','Tỷ lệ trẻ em bỏ học cấp tiểu học','Primary drop-out','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('18a',25,18,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Hoàn thành trung học cơ sở','Tỷ lệ trẻ em hoàn thành cấp trung học cơ sở','Lower-secondary completion','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('18b',26,18,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Bỏ học trung học cơ sở','Tỷ lệ trẻ em bỏ học cấp trung học cơ sở','Lower-secondary drop-out','less','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('19',27,19,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Hỗ trợ tâm lý trong trường học','Tỷ lệ trường học có dịch vụ hỗ trợ tâm lý trẻ em','Schools with psychological support','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('20a',28,20,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Trường học phù hợp với học sinh khuyết tật','Tỷ lệ trường học có cơ sở hạ tầng và tài liệu phù hợp với học sinh khuyết tật','Schools fit for disabled pupils','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('20b',29,20,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Giáo dục trẻ em khuyết tật','Tỷ lệ trẻ em khuyết tật có nhu cầu học tập được tiếp cận giáo dục chuyên biệt, giáo dục hòa nhập và hỗ trợ phục hồi chức năng phù hợp','Disabled children reached by special or inclusive education','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('21',30,21,3,'Giáo dục, văn hóa, vui chơi, giải trí cho trẻ em','Education, culture and play','Điểm vui chơi cho trẻ em','Tỷ lệ xã, phường, thị trấn có điểm văn hóa, vui chơi dành cho trẻ em','Communes with a place for children''s culture and play','more','percent',NULL,0,NULL,'province district commune','commune');
INSERT INTO measures VALUES('22',31,22,4,'Sự tham gia của trẻ em vào các vấn đề về trẻ em','Participation of children','Lấy ý kiến trẻ em','Tỷ lệ trẻ em từ 7 tuổi trở lên được hỏi ý kiến về các vấn đề của trẻ em','Children from 7 asked for their views','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('23',32,23,4,'Sự tham gia của trẻ em vào các vấn đề về trẻ em','Participation of children','Nhận thức về quyền tham gia','Tỷ lệ trẻ em được nâng cao nhận thức, năng lực về quyền tham gia của trẻ em','Children made aware of the right to participate','more','percent',NULL,0,NULL,'province district commune',NULL);
INSERT INTO measures VALUES('24',33,24,4,'Sự tham gia của trẻ em vào các vấn đề về trẻ em','Participation of children','Tham gia mô hình của trẻ em','Tỷ lệ trẻ em từ 11 tuổi trở lên được tham gia vào các mô hình, hoạt động thúc đẩy quyền tham gia của trẻ em','Children from 11 in participation models','more','percent',NULL,0,NULL,'province district commune',NULL);
CREATE TABLE IF NOT EXISTS "milestones" (
   "id" TEXT PRIMARY KEY,
   "programme" TEXT NOT NULL REFERENCES "programmes"("id"),
   "measure" TEXT NOT NULL REFERENCES "measures"("code"),
   "year" INTEGER,
   "year_from" INTEGER,
   "subgroup" TEXT,
   "comparator" TEXT,
   "value" REAL NOT NULL,
   "value_high" REAL
);
INSERT INTO milestones VALUES('qd-23-2021-1-2025','qd-23-2021','1',2025,NULL,NULL,'=',65.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-1-2030','qd-23-2021','1',2030,NULL,NULL,'=',75.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-2-2025','qd-23-2021','2',2025,NULL,NULL,'=',90.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-2-2030','qd-23-2021','2',2030,NULL,NULL,'=',95.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-3a-2025','qd-23-2021','3a',2025,NULL,NULL,'<',9.5,NULL);
INSERT INTO milestones VALUES('qd-23-2021-3a-2030','qd-23-2021','3a',2030,NULL,NULL,'<',9.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-3b-2025','qd-23-2021','3b',2025,NULL,NULL,'=',12.5,NULL);
INSERT INTO milestones VALUES('qd-23-2021-3b-2030','qd-23-2021','3b',2030,NULL,NULL,'=',10.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-3c-2025','qd-23-2021','3c',2025,NULL,NULL,'<',18.5,NULL);
INSERT INTO milestones VALUES('qd-23-2021-3c-2030','qd-23-2021','3c',2030,NULL,NULL,'<',15.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-4a-2025','qd-23-2021','4a',2025,NULL,NULL,'<',9.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-4a-2030','qd-23-2021','4a',2030,NULL,NULL,'<',6.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-4b-2025','qd-23-2021','4b',2025,NULL,NULL,'=',17.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-4b-2030','qd-23-2021','4b',2030,NULL,NULL,'<',15.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-4c-2025-nông thôn','qd-23-2021','4c',2025,NULL,'nông thôn','<',5.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-4c-2025-thành thị','qd-23-2021','4c',2025,NULL,'thành thị','<',10.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-4c-2030-nông thôn','qd-23-2021','4c',2030,NULL,'nông thôn','<',5.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-4c-2030-thành thị','qd-23-2021','4c',2030,NULL,'thành thị','<',10.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-5a-2025','qd-23-2021','5a',2025,NULL,NULL,'=',97.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-5a-2030','qd-23-2021','5a',2030,NULL,NULL,'=',98.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-5b-2030','qd-23-2021','5b',2030,NULL,NULL,'=',98.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-6-2030','qd-23-2021','6',2030,NULL,NULL,'=',2.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-7-2025','qd-23-2021','7',2025,NULL,NULL,'=',100.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-7-2030','qd-23-2021','7',2030,NULL,NULL,'=',100.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-8a-2025','qd-23-2021','8a',2025,NULL,NULL,'<',6.5,NULL);
INSERT INTO milestones VALUES('qd-23-2021-8a-2030','qd-23-2021','8a',2030,NULL,NULL,'=',6.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-8b-2025','qd-23-2021','8b',2025,NULL,NULL,'=',90.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-8b-2030','qd-23-2021','8b',2030,NULL,NULL,'=',95.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-9-2025','qd-23-2021','9',2025,NULL,NULL,'<',4.5,NULL);
INSERT INTO milestones VALUES('qd-23-2021-9-2030','qd-23-2021','9',2030,NULL,NULL,'<',4.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-10-2025','qd-23-2021','10',2025,NULL,NULL,'=',4.9000000000000003552,NULL);
INSERT INTO milestones VALUES('qd-23-2021-10-2030','qd-23-2021','10',2030,NULL,NULL,'=',4.5,NULL);
INSERT INTO milestones VALUES('qd-23-2021-11a-2025','qd-23-2021','11a',2025,NULL,NULL,'=',550.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-11a-2030','qd-23-2021','11a',2030,NULL,NULL,'=',500.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-11b-2025','qd-23-2021','11b',2025,NULL,NULL,'=',16.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-11b-2030','qd-23-2021','11b',2030,NULL,NULL,'=',15.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-12','qd-23-2021','12',NULL,NULL,NULL,'=',100.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-13-2030','qd-23-2021','13',2030,2025,NULL,'range',2.0,3.0);
INSERT INTO milestones VALUES('qd-23-2021-14-2025','qd-23-2021','14',2025,NULL,NULL,'=',98.500000000000000003,NULL);
INSERT INTO milestones VALUES('qd-23-2021-14-2030','qd-23-2021','14',2030,NULL,NULL,'=',100.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-15-2025','qd-23-2021','15',2025,NULL,NULL,'=',99.099999999999994317,NULL);
INSERT INTO milestones VALUES('qd-23-2021-15-2030','qd-23-2021','15',2030,NULL,NULL,'=',99.299999999999997157,NULL);
INSERT INTO milestones VALUES('qd-23-2021-16-2025','qd-23-2021','16',2025,NULL,NULL,'=',99.099999999999994317,NULL);
INSERT INTO milestones VALUES('qd-23-2021-16-2030','qd-23-2021','16',2030,NULL,NULL,'=',99.299999999999997157,NULL);
INSERT INTO milestones VALUES('qd-23-2021-17a-2025','qd-23-2021','17a',2025,NULL,NULL,'=',97.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-17a-2030','qd-23-2021','17a',2030,NULL,NULL,'=',99.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-17b-2025','qd-23-2021','17b',2025,NULL,NULL,'<',0.11999999999999999555,NULL);
INSERT INTO milestones VALUES('qd-23-2021-17b-2030','qd-23-2021','17b',2030,NULL,NULL,'<',0.10000000000000000555,NULL);
INSERT INTO milestones VALUES('qd-23-2021-18a-2025','qd-23-2021','18a',2025,NULL,NULL,'=',88.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-18a-2030','qd-23-2021','18a',2030,NULL,NULL,'=',93.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-18b-2025','qd-23-2021','18b',2025,NULL,NULL,'<',0.14000000000000001332,NULL);
INSERT INTO milestones VALUES('qd-23-2021-18b-2030','qd-23-2021','18b',2030,NULL,NULL,'<',0.050000000000000002775,NULL);
INSERT INTO milestones VALUES('qd-23-2021-19-2025','qd-23-2021','19',2025,NULL,NULL,'=',95.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-20a-2025','qd-23-2021','20a',2025,NULL,NULL,'=',55.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-20a-2030','qd-23-2021','20a',2030,NULL,NULL,'=',60.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-20b-2025','qd-23-2021','20b',2025,NULL,NULL,'=',80.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-20b-2030','qd-23-2021','20b',2030,NULL,NULL,'=',90.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-21-2025','qd-23-2021','21',2025,NULL,NULL,'=',40.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-21-2030','qd-23-2021','21',2030,NULL,NULL,'=',45.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-22-2025','qd-23-2021','22',2025,NULL,NULL,'=',30.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-22-2030','qd-23-2021','22',2030,NULL,NULL,'=',35.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-23-2025','qd-23-2021','23',2025,NULL,NULL,'=',85.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-23-2030','qd-23-2021','23',2030,NULL,NULL,'=',90.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-24-2025','qd-23-2021','24',2025,NULL,NULL,'=',30.0,NULL);
INSERT INTO milestones VALUES('qd-23-2021-24-2030','qd-23-2021','24',2030,NULL,NULL,'=',35.0,NULL);
CREATE TABLE IF NOT EXISTS "documents" (
   "id" TEXT PRIMARY KEY,
   "slug" TEXT,
   "plain_slug" TEXT,
   "title" TEXT,
   "doc_type" TEXT,
   "number" TEXT,
   "symbol" TEXT,
   "issuer" TEXT,
   "issuer_kind" TEXT,
   "level" TEXT,
   "province" TEXT,
   "district" TEXT,
   "commune" TEXT,
   "issued_on" TEXT,
   "period_start" INTEGER,
   "period_end" INTEGER,
   "plan_kind" TEXT,
   "status" TEXT,
   "signer" TEXT,
   "signer_title" TEXT,
   "recipients" TEXT,
   "media_type" TEXT,
   "reader" TEXT,
   "pages" INTEGER,
   "characters" INTEGER,
   "ocr" INTEGER,
   "sha256" TEXT NOT NULL,
   "version" TEXT NOT NULL,
   "issuer_key" TEXT,
   "number_key" TEXT
, "unit" TEXT, "plan" TEXT, "relation" TEXT, "sort_key" TEXT, "folded" TEXT, "corrected" TEXT);
INSERT INTO documents VALUES('7101b1cac6f2a836','van-chan-kh-ubnd-2023','van-chan-kh-ubnd-2023','Kế hoạch cải thiện tình trạng dinh dưỡng trẻ em năm 2023','KH',NULL,'KH-UBND','Ủy ban nhân dân huyện Văn Chấn','people_committee','district','Yên Bái','Văn Chấn',NULL,'2023-02',2023,2023,'annual','draft','Nguyễn Văn An','Chủ tịch','["Như trên", "Lưu: VT"]','text/plain','plain',NULL,719,0,'7101b1cac6f2a83699436bba9f6708c35899879734ac510c2868f5374d2c3412','cec2c4f91193','uy ban nhan dan huyen van chan',NULL,'2021/140','80fb3696181e1818','older','cLU GDP|0000040!`EU HOFU|00000040!2!`EU HOFU|00000040!2023!2023-02','van chan yen bai van chan kh ubnd 2023','{"title": "Kế hoạch phòng, chống đuối nước cho trẻ em năm 2023"}');
INSERT INTO documents VALUES('0fcf67fcc924c71a','van-chan-41-kh-ubnd-2023','van-chan-41-kh-ubnd-2023','Kế hoạch thực hiện công tác trẻ em năm 2023','KH','41/KH-UBND','KH-UBND','Ủy ban nhân dân huyện Văn Chấn','people_committee','district','Yên Bái','Văn Chấn',NULL,'2023-01-15',2023,2023,'annual','issued','Trần Thị Bình','Chủ tịch','["Như trên", "Lưu: VT"]','text/plain','plain',NULL,743,0,'0fcf67fcc924c71acc125b22abefa6db9614f75f12e4bdc1a6f9a38799ec410e','cec2c4f91193','uy ban nhan dan huyen van chan','41 kh ubnd','2021/140','0fcf67fcc924c71a','current','cLU GDP|0000040!`EU HOFU|00000040!2!`EU HOFU|00000040!2023!2023-01-15','van chan yen bai 41 kh ubnd van chan 41 kh ubnd 2023','{"signer": "Nguyễn Văn An"}');
INSERT INTO documents VALUES('80fb3696181e1818','van-chan-kh-ubnd-2023-80fb36','van-chan-kh-ubnd-2023','Kế hoạch cải thiện tình trạng dinh dưỡng trẻ em năm 2023','KH',NULL,'KH-UBND','Ủy ban nhân dân huyện Văn Chấn','people_committee','district','Yên Bái','Văn Chấn',NULL,'2023-03',2023,2023,'annual','draft','Nguyễn Văn An','Chủ tịch','["Như trên", "Lưu: VT"]','text/plain','plain',NULL,754,0,'80fb3696181e1818ab5a2c9978725e2e8f897401272d075a3c42cc3d273aa61e','cec2c4f91193','uy ban nhan dan huyen van chan',NULL,'2021/140','80fb3696181e1818','current','cLU GDP|0000040!`EU HOFU|00000040!2!`EU HOFU|00000040!2023!2023-03','van chan yen bai van chan kh ubnd 2023','{"title": "Kế hoạch cải thiện dinh dưỡng trẻ em năm 2023"}');
CREATE TABLE IF NOT EXISTS "files" (
   "path" TEXT PRIMARY KEY,
   "sha256" TEXT,
   "size" INTEGER,
   "outcome" TEXT NOT NULL,
   "error" TEXT,
   "message" TEXT,
   "document" TEXT REFERENCES "documents"("id"),
   "version" TEXT,
   "seconds" REAL,
   "offered_at" TEXT NOT NULL
);
INSERT INTO files VALUES('plans/phong-chong-duoi-nuoc.txt','7101b1cac6f2a83699436bba9f6708c35899879734ac510c2868f5374d2c3412',918,'loaded',NULL,NULL,'7101b1cac6f2a836','cec2c4f91193',0.19309999999999999387,'2026-11-30T20:27:41+00:00');
INSERT INTO files VALUES('plans/tre-em-2023.txt','0fcf67fcc924c71acc125b22abefa6db9614f75f12e4bdc1a6f9a38799ec410e',954,'loaded',NULL,NULL,'0fcf67fcc924c71a','cec2c4f91193',0.028099999999999999977,'2026-11-30T20:27:41+00:00');
INSERT INTO files VALUES('plans/dinh-duong.txt','80fb3696181e1818ab5a2c9978725e2e8f897401272d075a3c42cc3d273aa61e',966,'loaded',NULL,NULL,'80fb3696181e1818','cec2c4f91193',0.24379999999999998894,'2026-11-30T20:27:41+00:00');
CREATE TABLE IF NOT EXISTS "texts" (
   "document" TEXT PRIMARY KEY REFERENCES "documents"("id"),
   "text" TEXT NOT NULL
);
INSERT INTO texts VALUES('7101b1cac6f2a836',replace('ỦY BAN NHÂN DÂN\nHUYỆN VĂN CHẤN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: /KH-UBND\nVăn Chấn, ngày tháng 02 năm 2023\nKẾ HOẠCH\nPhòng, chống đuối nước cho trẻ em năm 2023\nThực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện Văn Chấn, tỉnh Yên Bái ban hành Kế hoạch như sau:\nI. MỤC TIÊU\n1. Mục tiêu cụ thể\n- 60% trẻ em từ 6 tuổi biết bơi vào năm 2023.\n- 110% số xã có điểm vui chơi cho trẻ em vào năm 2025.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế: chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An','\n',char(10)));
INSERT INTO texts VALUES('0fcf67fcc924c71a',replace('ỦY BAN NHÂN DÂN\nHUYỆN VĂN CHẤN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 41/KH-UBND\nVăn Chấn, ngày 15 tháng 01 năm 2023\nKẾ HOẠCH\nThực hiện công tác trẻ em năm 2023\nThực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện Văn Chấn, tỉnh Yên Bái ban hành Kế hoạch như sau:\nI. MỤC TIÊU\n1. Mục tiêu cụ thể\n- 90% trẻ em dưới 1 tuổi được tiêm đầy đủ 8 loại vắc xin vào năm 2025.\n- Giảm tỷ lệ trẻ em thấp còi xuống còn 25% vào năm 2025.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế: chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An','\n',char(10)));
INSERT INTO texts VALUES('80fb3696181e1818',replace('ỦY BAN NHÂN DÂN\nHUYỆN VĂN CHẤN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: /KH-UBND\nVăn Chấn, ngày tháng 03 năm 2023\nKẾ HOẠCH\nCải thiện dinh dưỡng trẻ em năm 2023\nThực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện Văn Chấn, tỉnh Yên Bái ban hành Kế hoạch như sau:\nI. MỤC TIÊU\n1. Mục tiêu cụ thể\n- Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân xuống còn 15% vào năm 2025.\n- 110% số xã có điểm vui chơi cho trẻ em vào năm 2025.\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế: chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An','\n',char(10)));
CREATE TABLE IF NOT EXISTS "sections" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "position" INTEGER,
   "path" TEXT,
   "label" TEXT,
   "title" TEXT,
   "role" TEXT,
   "text_start" INTEGER,
   "text_end" INTEGER
);
INSERT INTO sections VALUES('7101b1cac6f2a836-s0','7101b1cac6f2a836',0,'I','I','MỤC TIÊU','objectives',339,470);
INSERT INTO sections VALUES('7101b1cac6f2a836-s1','7101b1cac6f2a836',1,'I.1','1','Mục tiêu cụ thể','objectives',351,470);
INSERT INTO sections VALUES('7101b1cac6f2a836-s2','7101b1cac6f2a836',2,'II','II','TỔ CHỨC THỰC HIỆN','organisation',471,643);
INSERT INTO sections VALUES('7101b1cac6f2a836-s3','7101b1cac6f2a836',3,'II.1','1','Phòng Y tế: chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.','organisation',493,643);
INSERT INTO sections VALUES('0fcf67fcc924c71a-s0','0fcf67fcc924c71a',0,'I','I','MỤC TIÊU','objectives',336,494);
INSERT INTO sections VALUES('0fcf67fcc924c71a-s1','0fcf67fcc924c71a',1,'I.1','1','Mục tiêu cụ thể','objectives',348,494);
INSERT INTO sections VALUES('0fcf67fcc924c71a-s2','0fcf67fcc924c71a',2,'II','II','TỔ CHỨC THỰC HIỆN','organisation',495,667);
INSERT INTO sections VALUES('0fcf67fcc924c71a-s3','0fcf67fcc924c71a',3,'II.1','1','Phòng Y tế: chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.','organisation',517,667);
INSERT INTO sections VALUES('80fb3696181e1818-s0','80fb3696181e1818',0,'I','I','MỤC TIÊU','objectives',333,505);
INSERT INTO sections VALUES('80fb3696181e1818-s1','80fb3696181e1818',1,'I.1','1','Mục tiêu cụ thể','objectives',345,505);
INSERT INTO sections VALUES('80fb3696181e1818-s2','80fb3696181e1818',2,'II','II','TỔ CHỨC THỰC HIỆN','organisation',506,678);
INSERT INTO sections VALUES('80fb3696181e1818-s3','80fb3696181e1818',3,'II.1','1','Phòng Y tế: chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.','organisation',528,678);
CREATE TABLE IF NOT EXISTS "warnings" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "position" INTEGER,
   "code" TEXT NOT NULL,
   "message" TEXT,
   "quote" TEXT,
   "quote_start" INTEGER,
   "quote_end" INTEGER
);
CREATE TABLE IF NOT EXISTS "targets" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "position" INTEGER,
   "section" TEXT,
   "page" INTEGER,
   "quote" TEXT NOT NULL,
   "quote_start" INTEGER,
   "quote_end" INTEGER,
   "confidence" REAL,
   "ocr" INTEGER,
   "key" TEXT NOT NULL,
   "kind" TEXT,
   "measure" TEXT REFERENCES "measures"("code"),
   "match" TEXT,
   "measure_score" REAL,
   "indicator_no" INTEGER,
   "objective_no" INTEGER,
   "subject" TEXT,
   "subgroup" TEXT,
   "comparator" TEXT,
   "value" REAL,
   "value_high" REAL,
   "unit" TEXT,
   "per" INTEGER,
   "total" REAL,
   "counted" TEXT,
   "year" INTEGER,
   "year_from" INTEGER,
   "per_year" INTEGER,
   "change" TEXT,
   "baseline_value" REAL,
   "baseline_year" INTEGER,
   "agencies" TEXT
, "doubt" TEXT, "corrected" TEXT);
INSERT INTO targets VALUES('7101b1cac6f2a836-e690f5e5b72a','7101b1cac6f2a836',0,'I.1',NULL,'60% trẻ em từ 6 tuổi biết bơi vào năm 2023',372,414,0.94999999999999995559,0,'e690f5e5b72a','quantitative',NULL,NULL,NULL,NULL,NULL,'trẻ em từ 6 tuổi',NULL,'=',60.0,NULL,'percent',NULL,NULL,NULL,2023,NULL,0,NULL,NULL,NULL,'[]',NULL,NULL);
INSERT INTO targets VALUES('7101b1cac6f2a836-e1b85b98155c','7101b1cac6f2a836',1,'I.1',NULL,'110% số xã có điểm vui chơi cho trẻ em vào năm 2025',418,469,0.94999999999999995559,0,'e1b85b98155c','quantitative','21','exact',0.84999999999999997779,NULL,NULL,'số xã',NULL,'=',110.0,NULL,'percent',NULL,NULL,NULL,2025,NULL,0,NULL,NULL,NULL,'[]',NULL,NULL);
INSERT INTO targets VALUES('0fcf67fcc924c71a-150042d78ab3','0fcf67fcc924c71a',0,'I.1',NULL,'90% trẻ em dưới 1 tuổi được tiêm đầy đủ 8 loại vắc xin vào năm 2025',369,436,0.94999999999999995559,0,'150042d78ab3','quantitative','5a','exact',0.84999999999999997779,NULL,NULL,'trẻ em dưới 1 tuổi',NULL,'=',97.0,NULL,'percent',NULL,NULL,NULL,2025,NULL,0,NULL,NULL,NULL,'[]',NULL,'{"value": 90.0}');
INSERT INTO targets VALUES('0fcf67fcc924c71a-a99941aac8ac','0fcf67fcc924c71a',1,'I.1',NULL,'Giảm tỷ lệ trẻ em thấp còi xuống còn 25% vào năm 2025',440,493,0.94999999999999995559,0,'a99941aac8ac','quantitative','4b','exact',0.84999999999999997779,NULL,NULL,'tỷ lệ trẻ em thấp còi',NULL,'=',25.0,NULL,'percent',NULL,NULL,NULL,2025,NULL,0,NULL,NULL,NULL,'[]',NULL,NULL);
INSERT INTO targets VALUES('80fb3696181e1818-01e82845c9bf','80fb3696181e1818',0,'I.1',NULL,'Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân xuống còn 15% vào năm 2025',366,449,0.94999999999999995559,0,'01e82845c9bf','quantitative','4a','exact',0.84999999999999997779,NULL,NULL,'tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân',NULL,'=',15.0,NULL,'percent',NULL,NULL,NULL,2025,NULL,0,NULL,NULL,NULL,'[]',NULL,NULL);
INSERT INTO targets VALUES('80fb3696181e1818-e1b85b98155c','80fb3696181e1818',1,'I.1',NULL,'110% số xã có điểm vui chơi cho trẻ em vào năm 2025',453,504,0.94999999999999995559,0,'e1b85b98155c','quantitative','21','exact',0.84999999999999997779,NULL,NULL,'số xã',NULL,'=',110.0,NULL,'percent',NULL,NULL,NULL,2025,NULL,0,NULL,NULL,NULL,'[]',NULL,NULL);
CREATE TABLE IF NOT EXISTS "deadlines" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "position" INTEGER,
   "section" TEXT,
   "page" INTEGER,
   "quote" TEXT NOT NULL,
   "quote_start" INTEGER,
   "quote_end" INTEGER,
   "confidence" REAL,
   "ocr" INTEGER,
   "key" TEXT NOT NULL,
   "kind" TEXT,
   "relation" TEXT,
   "due" TEXT,
   "start_date" TEXT,
   "recurrence" TEXT,
   "actor" TEXT,
   "recipient" TEXT
, "doubt" TEXT, "corrected" TEXT);
INSERT INTO deadlines VALUES('7101b1cac6f2a836-c0508c580732','7101b1cac6f2a836',0,'II.1',NULL,'chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.',508,643,0.84999999999999997779,0,'c0508c580732','report','before','2023-11-20',NULL,NULL,'Phòng Y tế','Ủy ban nhân dân huyện',NULL,NULL);
INSERT INTO deadlines VALUES('0fcf67fcc924c71a-c0508c580732','0fcf67fcc924c71a',0,'II.1',NULL,'chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.',532,667,0.84999999999999997779,0,'c0508c580732','report','before','2023-11-25',NULL,NULL,'Phòng Y tế','Ủy ban nhân dân huyện',NULL,'{"due": "2023-11-20"}');
INSERT INTO deadlines VALUES('80fb3696181e1818-c0508c580732','80fb3696181e1818',0,'II.1',NULL,'chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.',543,678,0.84999999999999997779,0,'c0508c580732','report','before','2023-11-20',NULL,NULL,'Phòng Y tế','Ủy ban nhân dân huyện',NULL,NULL);
CREATE TABLE IF NOT EXISTS "legal_refs" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "position" INTEGER,
   "section" TEXT,
   "page" INTEGER,
   "quote" TEXT NOT NULL,
   "quote_start" INTEGER,
   "quote_end" INTEGER,
   "confidence" REAL,
   "ocr" INTEGER,
   "key" TEXT NOT NULL,
   "doc_type" TEXT,
   "number" TEXT,
   "name" TEXT,
   "issued_on" TEXT,
   "issuer" TEXT,
   "provision" TEXT,
   "role" TEXT,
   "number_key" TEXT
, "doubt" TEXT, "corrected" TEXT);
INSERT INTO legal_refs VALUES('7101b1cac6f2a836-9bfe62bb7fef','7101b1cac6f2a836',0,'',NULL,'Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ',202,265,0.96999999999999997335,0,'9bfe62bb7fef','QĐ','23/QĐ-TTg',NULL,'2021-01-07','Thủ tướng Chính phủ',NULL,'implements','23 qd ttg',NULL,NULL);
INSERT INTO legal_refs VALUES('0fcf67fcc924c71a-9bfe62bb7fef','0fcf67fcc924c71a',0,'',NULL,'Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ',199,262,0.96999999999999997335,0,'9bfe62bb7fef','QĐ','23/QĐ-TTg',NULL,'2021-01-07','Thủ tướng Chính phủ',NULL,'implements','23 qd ttg',NULL,NULL);
INSERT INTO legal_refs VALUES('80fb3696181e1818-9bfe62bb7fef','80fb3696181e1818',0,'',NULL,'Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ',196,259,0.96999999999999997335,0,'9bfe62bb7fef','QĐ','23/QĐ-TTg',NULL,'2021-01-07','Thủ tướng Chính phủ',NULL,'implements','23 qd ttg',NULL,NULL);
CREATE TABLE IF NOT EXISTS "assignments" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "position" INTEGER,
   "section" TEXT,
   "page" INTEGER,
   "quote" TEXT NOT NULL,
   "quote_start" INTEGER,
   "quote_end" INTEGER,
   "confidence" REAL,
   "ocr" INTEGER,
   "key" TEXT NOT NULL,
   "agencies" TEXT,
   "role" TEXT,
   "partners" TEXT,
   "indicators" TEXT,
   "requested" INTEGER
, "doubt" TEXT, "corrected" TEXT);
INSERT INTO assignments VALUES('7101b1cac6f2a836-03b834a35219','7101b1cac6f2a836',0,'II.1',NULL,'chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.',508,643,0.94999999999999995559,0,'03b834a35219','["Phòng Y tế"]','lead','["Phòng Giáo dục và Đào tạo"]','[]',0,NULL,NULL);
INSERT INTO assignments VALUES('0fcf67fcc924c71a-03b834a35219','0fcf67fcc924c71a',0,'II.1',NULL,'chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.',532,667,0.94999999999999995559,0,'03b834a35219','["Phòng Y tế"]','lead','["Phòng Giáo dục và Đào tạo"]','[]',0,NULL,NULL);
INSERT INTO assignments VALUES('80fb3696181e1818-03b834a35219','80fb3696181e1818',0,'II.1',NULL,'chủ trì, phối hợp với Phòng Giáo dục và Đào tạo theo dõi việc thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20 tháng 11 năm 2023.',543,678,0.94999999999999995559,0,'03b834a35219','["Phòng Y tế"]','lead','["Phòng Giáo dục và Đào tạo"]','[]',0,NULL,NULL);
CREATE TABLE IF NOT EXISTS "cascades" (
   "id" TEXT PRIMARY KEY,
   "child" TEXT NOT NULL REFERENCES "documents"("id"),
   "parent" TEXT REFERENCES "documents"("id"),
   "programme" TEXT REFERENCES "programmes"("id"),
   "basis" TEXT NOT NULL,
   "reference" TEXT REFERENCES "legal_refs"("id"),
   "parent_label" TEXT NOT NULL,
   "parent_issuer" TEXT,
   "parent_issued_on" TEXT
);
INSERT INTO cascades VALUES('da308bbae69399e1','0fcf67fcc924c71a',NULL,'qd-23-2021','citation','0fcf67fcc924c71a-9bfe62bb7fef','QĐ 23/QĐ-TTg','Thủ tướng Chính phủ','2021-01-07');
INSERT INTO cascades VALUES('7ee9444accd6e52a','80fb3696181e1818',NULL,'qd-23-2021','citation','80fb3696181e1818-9bfe62bb7fef','QĐ 23/QĐ-TTg','Thủ tướng Chính phủ','2021-01-07');
CREATE TABLE IF NOT EXISTS "comparisons" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "programme" TEXT NOT NULL REFERENCES "programmes"("id"),
   "measure" TEXT NOT NULL REFERENCES "measures"("code"),
   "year" INTEGER,
   "year_basis" TEXT,
   "subgroup" TEXT,
   "target" TEXT REFERENCES "targets"("id"),
   "comparator" TEXT,
   "value" REAL,
   "value_high" REAL,
   "unit" TEXT,
   "per" INTEGER,
   "conversion" TEXT,
   "stance" TEXT NOT NULL,
   "reason" TEXT,
   "milestone" TEXT REFERENCES "milestones"("id"),
   "difference" REAL,
   "difference_percent" REAL,
   "parent" TEXT REFERENCES "documents"("id"),
   "parent_target" TEXT REFERENCES "targets"("id"),
   "parent_value" REAL,
   "parent_stance" TEXT,
   "parent_difference" REAL
, "level" TEXT);
INSERT INTO comparisons VALUES('0330afd61522ed05','0fcf67fcc924c71a','qd-23-2021','5a',2025,'stated',NULL,'0fcf67fcc924c71a-150042d78ab3','=',97.0,NULL,'percent',NULL,NULL,'equal',NULL,'qd-23-2021-5a-2025',0.0,0.0,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('66c8ac280d165d63','0fcf67fcc924c71a','qd-23-2021','4b',2025,'stated',NULL,'0fcf67fcc924c71a-a99941aac8ac','=',25.0,NULL,'percent',NULL,NULL,'weaker',NULL,'qd-23-2021-4b-2025',8.0,47.060000000000002272,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('35065fb40038dd34','0fcf67fcc924c71a','qd-23-2021','1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('d4c0d3d88a05a12d','0fcf67fcc924c71a','qd-23-2021','2',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('08f08e708b316171','0fcf67fcc924c71a','qd-23-2021','3a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('e8bdf400f20634b8','0fcf67fcc924c71a','qd-23-2021','3b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('a6ae9c479b521770','0fcf67fcc924c71a','qd-23-2021','3c',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('a92b80815aac1b5c','0fcf67fcc924c71a','qd-23-2021','4a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('0603932daccceb1b','0fcf67fcc924c71a','qd-23-2021','4c',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('f7c5c6a8f8f0bc7e','0fcf67fcc924c71a','qd-23-2021','5b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('e40b92691c4a44ed','0fcf67fcc924c71a','qd-23-2021','6',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('2ced9f6023e7fa42','0fcf67fcc924c71a','qd-23-2021','7',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('f776eb9a7d3aadc8','0fcf67fcc924c71a','qd-23-2021','8a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('7185f8ad3034211e','0fcf67fcc924c71a','qd-23-2021','8b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('05ec2ea15ee4653d','0fcf67fcc924c71a','qd-23-2021','9',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('d9946ba6e2f8500f','0fcf67fcc924c71a','qd-23-2021','10',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('5f6448986d2b8129','0fcf67fcc924c71a','qd-23-2021','11a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('a0f7044ce775c23c','0fcf67fcc924c71a','qd-23-2021','11b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('9674203aa7d587d1','0fcf67fcc924c71a','qd-23-2021','12',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('646f65783460f536','0fcf67fcc924c71a','qd-23-2021','13',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('60f8b65a231f0545','0fcf67fcc924c71a','qd-23-2021','14',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('ce8fd8da7ae63ba5','0fcf67fcc924c71a','qd-23-2021','15',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('b3c7c4275eca2414','0fcf67fcc924c71a','qd-23-2021','16',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('1a63a828ff9b22be','0fcf67fcc924c71a','qd-23-2021','17a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('af5b1540008e567d','0fcf67fcc924c71a','qd-23-2021','17b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('a5db00379993a111','0fcf67fcc924c71a','qd-23-2021','18a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('90a5596057a07d64','0fcf67fcc924c71a','qd-23-2021','18b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('8697ccf1e7581e10','0fcf67fcc924c71a','qd-23-2021','19',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('f1eb4efc8d02c69f','0fcf67fcc924c71a','qd-23-2021','20a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('04dad56b59f649e3','0fcf67fcc924c71a','qd-23-2021','20b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('e4c199f278c37dc0','0fcf67fcc924c71a','qd-23-2021','21',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('b2e6774afd7c3ee2','0fcf67fcc924c71a','qd-23-2021','22',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('34092e5e9d4b5bfc','0fcf67fcc924c71a','qd-23-2021','23',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('ad76b2bc2169a5fa','0fcf67fcc924c71a','qd-23-2021','24',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('b565d8b1121d4320','80fb3696181e1818','qd-23-2021','4a',2025,'stated',NULL,'80fb3696181e1818-01e82845c9bf','=',15.0,NULL,'percent',NULL,NULL,'weaker',NULL,'qd-23-2021-4a-2025',6.0,66.670000000000001704,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('28c63a2935d7d3dc','80fb3696181e1818','qd-23-2021','21',2025,'stated',NULL,'80fb3696181e1818-e1b85b98155c','=',110.0,NULL,'percent',NULL,NULL,'stricter',NULL,'qd-23-2021-21-2025',70.0,175.0,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('70cb792b70a6fd02','80fb3696181e1818','qd-23-2021','1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('417e284aa0559778','80fb3696181e1818','qd-23-2021','2',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('12f3b629d0f0cb41','80fb3696181e1818','qd-23-2021','3a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('f698cd859d93f3b4','80fb3696181e1818','qd-23-2021','3b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('66e88ce902d9fd6e','80fb3696181e1818','qd-23-2021','3c',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('306da7e9e9861247','80fb3696181e1818','qd-23-2021','4b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('da7809b7c160605c','80fb3696181e1818','qd-23-2021','4c',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('304d900320b66bea','80fb3696181e1818','qd-23-2021','5a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('126e9c3d655aad08','80fb3696181e1818','qd-23-2021','5b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('15bd8285cbaef420','80fb3696181e1818','qd-23-2021','6',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('6790b4ca64103e96','80fb3696181e1818','qd-23-2021','7',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('d3e86814bef34e5c','80fb3696181e1818','qd-23-2021','8a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('69c87b7c63ff473f','80fb3696181e1818','qd-23-2021','8b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('b26d11f8003f5bc9','80fb3696181e1818','qd-23-2021','9',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('4fc14d6360e960fd','80fb3696181e1818','qd-23-2021','10',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('121792f49c11317a','80fb3696181e1818','qd-23-2021','11a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('6e9322337420f738','80fb3696181e1818','qd-23-2021','11b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('c2d7e3c964317d76','80fb3696181e1818','qd-23-2021','12',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('7228b900f5bdeb5f','80fb3696181e1818','qd-23-2021','13',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('8738047070cfabee','80fb3696181e1818','qd-23-2021','14',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('23313b7ce859510d','80fb3696181e1818','qd-23-2021','15',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('aa6dcb96f8a8705b','80fb3696181e1818','qd-23-2021','16',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('fc7e7894265fa192','80fb3696181e1818','qd-23-2021','17a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('f338721f8b4a88f1','80fb3696181e1818','qd-23-2021','17b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('c06dd54b92abc203','80fb3696181e1818','qd-23-2021','18a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('d0c4e02a14622a5c','80fb3696181e1818','qd-23-2021','18b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('fe4a9af80de3298b','80fb3696181e1818','qd-23-2021','19',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('75517cf14e26cfe3','80fb3696181e1818','qd-23-2021','20a',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('ba9607efd869ff95','80fb3696181e1818','qd-23-2021','20b',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('e53a8083f1bf3a3d','80fb3696181e1818','qd-23-2021','22',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('c5d740eb5e8a1b23','80fb3696181e1818','qd-23-2021','23',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
INSERT INTO comparisons VALUES('f0713ae85d84f75d','80fb3696181e1818','qd-23-2021','24',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'absent',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'district');
CREATE TABLE IF NOT EXISTS "likenesses" (
   "document" TEXT PRIMARY KEY REFERENCES "documents"("id"),
   "words" TEXT NOT NULL,
   "sketch" BLOB
);
INSERT INTO likenesses VALUES('7101b1cac6f2a836','686ccbd87e2e2f2b',X'2994f691f53fa182edd440abb9248ffa66248c7458af3f255019d8434d994fe562301745b011f35f5588f35ec9ada594ffa064cf5976e1e1ac339e0976e169a611ac6fda24b910d7d33f6704c9a30ea20daa164909d763c260ee7016815ac530d8433ea20d8a3ca81343148038a8131ac281ec0e693a2e6706df0d81ec4bf0be');
INSERT INTO likenesses VALUES('0fcf67fcc924c71a','baf572e9a119b19c',X'8bf6cc91f536a16bd68540abb9248ffa66248c7458af3f1850195f434d998bf762ab1762cd11f35f55f0f35ec9ada5fe35a02ab30b76e1e1ac15ad09c39d69f411d06fda242e10d7773f67d3c9a30ea20d74df49d0c299c283ee7016815ac53061cc38a20d8aa6a813431c8878a813443c81ec0ef23a2e6706a611efec4bf0d7');
INSERT INTO likenesses VALUES('80fb3696181e1818','8760d4564be759f1',X'2df6f691f536a182edd440abbc2792fd66248c7458af3f165019d8434d99178262301745b011f35f55f0f35ec9ada594ffa064cfff58e1e1ac42ad0976e169a611ac6fda24b9c2d7d33f6704c9cc389804349f498df863c23dee7016815ac53029da45a20d8ad7a81343148038a813fcc281ec0e403a2e6706d96f81ec4bf0d7');
CREATE TABLE IF NOT EXISTS "replacements" (
   "id" INTEGER PRIMARY KEY,
   "path" TEXT NOT NULL,
   "document" TEXT REFERENCES "documents"("id"),
   "sha256" TEXT NOT NULL,
   "replaced_by" TEXT REFERENCES "documents"("id"),
   "replaced_at" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "unsettled" (
   "document" TEXT PRIMARY KEY,
   "stage" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "carried" (
   "document" TEXT REFERENCES "documents"("id"),
   "programme" TEXT REFERENCES "programmes"("id"),
   "distance" INTEGER NOT NULL,
   PRIMARY KEY ("document", "programme")
);
INSERT INTO carried VALUES('0fcf67fcc924c71a','qd-23-2021',0);
INSERT INTO carried VALUES('80fb3696181e1818','qd-23-2021',0);
CREATE TABLE IF NOT EXISTS "units" (
   "code" TEXT PRIMARY KEY,
   "level" TEXT NOT NULL,
   "type" TEXT,
   "name" TEXT NOT NULL,
   "full_name" TEXT,
   "parent" TEXT,
   "province" TEXT,
   "valid_from" TEXT,
   "valid_to" TEXT,
   "lat" REAL,
   "lon" REAL,
   "folded" TEXT,
   "sort_key" TEXT
);
CREATE TABLE IF NOT EXISTS "unit_changes" (
   "unit" TEXT,
   "became" TEXT,
   PRIMARY KEY ("unit", "became")
);
CREATE TABLE IF NOT EXISTS "agencies" (
   "id" TEXT PRIMARY KEY,
   "name" TEXT NOT NULL,
   "general" INTEGER,
   "valid_to" TEXT,
   "successors" TEXT,
   "basis" TEXT,
   "sort_key" TEXT
);
INSERT INTO agencies VALUES('phong-y-te-cap-huyen','Phòng Y tế cấp huyện',0,'2025-06-30','["Ủy ban nhân dân cấp xã"]','Luật Tổ chức chính quyền địa phương 72/2025/QH15','YOVUN c ]L HFY O^cLU|00100000040040000050');
INSERT INTO agencies VALUES('phong-giao-duc-va-dao-tao-cap-huyen','Phòng Giáo dục và Đào tạo cấp huyện',0,'2025-06-30','["Ủy ban nhân dân cấp xã"]','Luật Tổ chức chính quyền địa phương 72/2025/QH15','YOVUN NPDV I^H `D JDV ]DV HFY O^cLU|00100000400050001001000500040000050');
INSERT INTO agencies VALUES('uy-ban-nhan-dan-cap-huyen','Ủy ban nhân dân cấp huyện',0,'2025-06-30','["Ủy ban nhân dân cấp xã"]','Luật Tổ chức chính quyền địa phương 72/2025/QH15','^c GDU UOFU IFU HFY O^cLU|2000000000000000040000050');
CREATE TABLE IF NOT EXISTS "agency_mentions" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "agency" TEXT REFERENCES "agencies"("id"),
   "kind" TEXT NOT NULL,
   "record" TEXT NOT NULL,
   "holds" TEXT NOT NULL,
   "as_written" TEXT NOT NULL
);
INSERT INTO agency_mentions VALUES('80fb3696181e1818-03b834a35219-agency0','80fb3696181e1818','phong-y-te-cap-huyen','assignment','80fb3696181e1818-03b834a35219','agency','Phòng Y tế');
INSERT INTO agency_mentions VALUES('80fb3696181e1818-03b834a35219-partner1','80fb3696181e1818','phong-giao-duc-va-dao-tao-cap-huyen','assignment','80fb3696181e1818-03b834a35219','partner','Phòng Giáo dục và Đào tạo');
INSERT INTO agency_mentions VALUES('80fb3696181e1818-c0508c580732-actor2','80fb3696181e1818','phong-y-te-cap-huyen','deadline','80fb3696181e1818-c0508c580732','actor','Phòng Y tế');
INSERT INTO agency_mentions VALUES('80fb3696181e1818-c0508c580732-recipient3','80fb3696181e1818','uy-ban-nhan-dan-cap-huyen','deadline','80fb3696181e1818-c0508c580732','recipient','Ủy ban nhân dân huyện');
INSERT INTO agency_mentions VALUES('0fcf67fcc924c71a-03b834a35219-agency0','0fcf67fcc924c71a','phong-y-te-cap-huyen','assignment','0fcf67fcc924c71a-03b834a35219','agency','Phòng Y tế');
INSERT INTO agency_mentions VALUES('0fcf67fcc924c71a-03b834a35219-partner1','0fcf67fcc924c71a','phong-giao-duc-va-dao-tao-cap-huyen','assignment','0fcf67fcc924c71a-03b834a35219','partner','Phòng Giáo dục và Đào tạo');
INSERT INTO agency_mentions VALUES('0fcf67fcc924c71a-c0508c580732-actor2','0fcf67fcc924c71a','phong-y-te-cap-huyen','deadline','0fcf67fcc924c71a-c0508c580732','actor','Phòng Y tế');
INSERT INTO agency_mentions VALUES('0fcf67fcc924c71a-c0508c580732-recipient3','0fcf67fcc924c71a','uy-ban-nhan-dan-cap-huyen','deadline','0fcf67fcc924c71a-c0508c580732','recipient','Ủy ban nhân dân huyện');
INSERT INTO agency_mentions VALUES('7101b1cac6f2a836-03b834a35219-agency0','7101b1cac6f2a836','phong-y-te-cap-huyen','assignment','7101b1cac6f2a836-03b834a35219','agency','Phòng Y tế');
INSERT INTO agency_mentions VALUES('7101b1cac6f2a836-03b834a35219-partner1','7101b1cac6f2a836','phong-giao-duc-va-dao-tao-cap-huyen','assignment','7101b1cac6f2a836-03b834a35219','partner','Phòng Giáo dục và Đào tạo');
INSERT INTO agency_mentions VALUES('7101b1cac6f2a836-c0508c580732-actor2','7101b1cac6f2a836','phong-y-te-cap-huyen','deadline','7101b1cac6f2a836-c0508c580732','actor','Phòng Y tế');
INSERT INTO agency_mentions VALUES('7101b1cac6f2a836-c0508c580732-recipient3','7101b1cac6f2a836','uy-ban-nhan-dan-cap-huyen','deadline','7101b1cac6f2a836-c0508c580732','recipient','Ủy ban nhân dân huyện');
CREATE TABLE IF NOT EXISTS "laws" (
   "key" TEXT PRIMARY KEY,
   "doc_type" TEXT NOT NULL,
   "number" TEXT,
   "name" TEXT,
   "issued_on" TEXT NOT NULL,
   "issuer" TEXT NOT NULL,
   "subject" TEXT,
   "replaced_by" TEXT,
   "number_key" TEXT,
   "source" TEXT
);
CREATE TABLE IF NOT EXISTS "findings" (
   "id" TEXT PRIMARY KEY,
   "key" TEXT NOT NULL,
   "document" TEXT REFERENCES "documents"("id"),
   "plan" TEXT NOT NULL,
   "position" INTEGER,
   "rule" TEXT NOT NULL,
   "severity" TEXT NOT NULL,
   "subject" TEXT NOT NULL,
   "quote" TEXT,
   "quote_start" INTEGER,
   "quote_end" INTEGER,
   "section" TEXT,
   "page" INTEGER,
   "record" TEXT,
   "found" TEXT,
   "expected" TEXT,
   "message_vi" TEXT NOT NULL,
   "message_en" TEXT NOT NULL,
   "suggestion_vi" TEXT,
   "basis_vi" TEXT,
   "against" TEXT REFERENCES "documents"("id"),
   "against_quote" TEXT,
   "gone" INTEGER NOT NULL
);
INSERT INTO findings VALUES('0fcf67fcc924c71a-f80ec9ca30c05ca6','f80ec9ca30c05ca6','0fcf67fcc924c71a','van-chan-41-kh-ubnd-2023',0,'weaker-than-national','warning','4b 2025','Giảm tỷ lệ trẻ em thấp còi xuống còn 25% vào năm 2025',440,493,'I.1',NULL,'0fcf67fcc924c71a-a99941aac8ac','25% by 2025','17% by 2025','Suy dinh dưỡng thấp còi: mức phấn đấu năm 2025 là 25%, chưa bảo đảm mức 17% của Quyết định 23/QĐ-TTg (chênh 8).','Stunting under 5: the plan''s value is weaker than what programme 23/QĐ-TTg asks.','Điều chỉnh mức phấn đấu năm 2025 thành 17%, hoặc giải trình lý do.','Quyết định số 23/QĐ-TTg, chỉ tiêu 4b',NULL,NULL,0);
INSERT INTO findings VALUES('80fb3696181e1818-e292ff46d1594c39','e292ff46d1594c39','80fb3696181e1818','van-chan-kh-ubnd-2023-80fb36',0,'impossible-value','error','21 2025','110% số xã có điểm vui chơi cho trẻ em vào năm 2025',453,504,'I.1',NULL,'80fb3696181e1818-e1b85b98155c','110%','at most 100%','Tỷ lệ 110% vượt quá 100%.','A share above 100 per cent.','Kiểm tra lại số liệu.',NULL,NULL,NULL,0);
INSERT INTO findings VALUES('80fb3696181e1818-211206d78866d748','211206d78866d748','80fb3696181e1818','van-chan-kh-ubnd-2023-80fb36',1,'weaker-than-national','warning','4a 2025','Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân xuống còn 15% vào năm 2025',366,449,'I.1',NULL,'80fb3696181e1818-01e82845c9bf','15% by 2025','9% by 2025','Suy dinh dưỡng nhẹ cân: mức phấn đấu năm 2025 là 15%, chưa bảo đảm mức <9% của Quyết định 23/QĐ-TTg (chênh 6).','Underweight under 5: the plan''s value is weaker than what programme 23/QĐ-TTg asks.','Điều chỉnh mức phấn đấu năm 2025 thành <9%, hoặc giải trình lý do.','Quyết định số 23/QĐ-TTg, chỉ tiêu 4a',NULL,NULL,0);
CREATE TABLE IF NOT EXISTS "reviews" (
   "id" INTEGER PRIMARY KEY,
   "finding" TEXT NOT NULL,
   "state" TEXT NOT NULL,
   "note" TEXT,
   "reviewer" TEXT,
   "decided_at" TEXT NOT NULL
);
INSERT INTO reviews VALUES(1,'f80ec9ca30c05ca6','accepted','đưa vào góp ý','an','2026-11-30T20:28:07+00:00');
INSERT INTO reviews VALUES(2,'e292ff46d1594c39','dismissed','số xã tăng sau sáp nhập','binh','2026-11-30T20:28:07+00:00');
INSERT INTO reviews VALUES(3,'211206d78866d748','dismissed','huyện miền núi','binh','2026-11-30T20:28:07+00:00');
INSERT INTO reviews VALUES(4,'211206d78866d748','open','xem lại','an','2026-11-30T20:28:07+00:00');
INSERT INTO reviews VALUES(5,'211206d78866d748','accepted',NULL,'an','2026-11-30T20:28:07+00:00');
CREATE TABLE IF NOT EXISTS "rules" (
   "code" TEXT PRIMARY KEY,
   "position" INTEGER,
   "severity" TEXT NOT NULL,
   "name_vi" TEXT NOT NULL,
   "name_en" TEXT NOT NULL,
   "says" TEXT
);
INSERT INTO rules VALUES('citation-after-issue',0,'error','viện dẫn văn bản ban hành sau','cites a document younger than itself','A plan cites a document that is younger than itself. Left alone: dates that are as precise as the plan''s own only in part, and what the plan says is still to come (`sẽ ban hành`).');
INSERT INTO rules VALUES('citation-conflict',1,'error','viện dẫn một văn bản với hai ngày khác nhau','one document cited with two dates','Two places of a plan cite the same document with different dates. The same document: same number, issuers that do not contradict, and the same year, or the same day of another year (numbers begin anew each year). Where the register decides which of both dates is right, `citation-date` says so, and this is only a notice.');
INSERT INTO rules VALUES('citation-date',2,'error','sai ngày của văn bản viện dẫn','wrong date of a cited document','A citation whose date differs from the register, or from the year in its own number. Found: `20-CT/TW ngày 05/12/2012` (the register has 05/11/2012); `80/2017/NĐ-CP ngày 17/7/2018`; `Luật Trẻ em năm 2017`. Left alone: a number that some entry of the register bears on that date; a number without a year in it whose year and subject both point to another document than the register''s; an older law of the same name.');
INSERT INTO rules VALUES('citation-issuer',3,'error','sai cơ quan ban hành văn bản viện dẫn','wrong issuer of a cited document','A citation that names another issuer than the register or the symbol of its number. Found: `Quyết định số 06/QĐ-TTg … của Chính phủ` (TTg is the Prime Minister). Left alone: the head of a body named for the body (`Bộ trưởng Bộ Y tế`), numbers whose symbol says nothing, several issuers of which one fits.');
INSERT INTO rules VALUES('deadline-before-issue',4,'error','thời hạn trước ngày ban hành','deadline before the plan was issued','A time that had passed when the plan was issued. Dates reduced to a month or a year count by their last day for the deadline and by their first for the issue, so that only what is surely too early is found. Left alone: recurrences.');
INSERT INTO rules VALUES('defunct-agency',5,'error','giao nhiệm vụ cho cơ quan không còn tồn tại','duty on an agency that no longer existed','A duty is laid on an agency that no longer existed when the plan was issued. Found: a department that the reform of March 2025 dissolved (`Sở Lao động - Thương binh và Xã hội`), a body of a district after 30 June 2025; in a duty as `error`, as a partner, actor, recipient or elsewhere among the tasks as `warning`. Left alone: plans without a date, bodies not known to have ended, the description of the situation, grounds and names inside citations.');
INSERT INTO rules VALUES('impossible-value',6,'error','giá trị không thể có','impossible value','A value that cannot be: a share above 100 %, a part above its whole, a range upside down. A part is above its whole where both count one thing (`120 lượt, trong đó 150 lượt`). Found also: deaths of newborns above those under one year, those above under five, of the same year. Left alone: changes (`tăng 120%`), and a share of a part (`trong đó 60% là nữ`), which may be above the share of the whole.');
INSERT INTO rules VALUES('regressing',7,'error','mức năm sau kém hơn năm trước','the later year is weaker than the earlier one','A later year set weaker than an earlier one, or a rise that falls (`tăng từ 83% lên 82%`). Values are matched by measure and group, else by the words of their clauses. Left alone: changes, counts of events (a later period may hold fewer training courses), values whose direction nothing tells.');
INSERT INTO rules VALUES('symbol-misprint',8,'error','ký hiệu văn bản viết nhầm','misprinted symbol of a document','The symbol of a number that is one letter off a known one: `LĐTĐBXH` for `LĐTBXH`. Known are the symbols of bodies and their offices as Nghị định 30/2020/NĐ-CP (phụ lục III) has them formed. Left alone: what is no longer than three letters, and symbols that are known themselves.');
INSERT INTO rules VALUES('unknown-indicator',9,'error','giao chỉ tiêu không có trong văn bản','indicator that does not exist','A duty names an indicator that the plan does not have. The plan''s own numbers count; a plan without numbered indicators is held against the numbers of the programme.');
INSERT INTO rules VALUES('annex-missing',10,'warning','thiếu phụ lục','an annex is missing','The plan names an annex of its own that the file does not have. Found: `(kèm theo Phụ lục)`, `theo 04 Phụ lục kèm theo Kế hoạch này` where no annex follows, or fewer than named (`Phụ lục II` where there is one). Left alone: annexes of other documents (`Phụ lục III Nghị định …`).');
INSERT INTO rules VALUES('basis-missing',11,'warning','không viện dẫn Chương trình làm căn cứ','the programme is not cited','A plan takes up the programme''s measures and never cites the programme in its opening. Found: at least eight of its measures are taken up, and neither the grounds nor the opening name it. Left alone: yearly plans and plans on one theme. Where the plan that it carries out cites the programme, or its opening names it without its number, it is only a notice.');
INSERT INTO rules VALUES('deadline-after-parent',12,'warning','thời hạn báo cáo muộn hơn cấp trên quy định','report due after the parent''s deadline','A yearly report that localities below owe this plan is due later than this plan''s unit owes its own to the level above. Found: both are reports due every year (or in the same year) at days at most six weeks apart, the parent''s first. Left alone: deadlines of agencies of another level, half-yearly against yearly ones.');
INSERT INTO rules VALUES('deadline-outside-period',13,'warning','thời hạn ngoài thời kỳ của văn bản','deadline outside the plan''s period','A time that lies after the plan''s period. Reports on a period are due in the half-year after it, its closing review in the quarter after it, the budget of the next year within the year: those are left alone, as are times before the period (what prepares it).');
INSERT INTO rules VALUES('denominator-differs',14,'warning','mẫu số hoặc tổng số không thống nhất','denominators or totals differ','Denominators that differ: a rate in every 4.000 or 10.000 where the programme counts in every 100.000, or two totals for one kind of unit. Found: `3/4.000`, whose converted value is shown; `14/16 xã` in one place and `12/15 xã` in another. Left alone: totals of groups that differ.');
INSERT INTO rules VALUES('doubly-assigned-indicator',15,'warning','chỉ tiêu giao cho nhiều cơ quan','indicator given to several agencies','An indicator that is given to two agencies, none of which only coordinates. Left alone: pairs of which one is the programme''s own for that indicator (the agency for child protection beside the Youth Union on participation), agencies under one heading, committees below (`UBND các xã`), which carry all indicators out.');
INSERT INTO rules VALUES('expired-programme',16,'warning','căn cứ vào chương trình đã kết thúc','rests on a programme that was over','A plan rests on a programme whose period was over by the plan''s date. The period is the register''s, else the one that the plan writes after the citation (`Chương trình … giai đoạn 2016 - 2020`). Left alone: mentions of what was (`tổng kết …`, the situation).');
INSERT INTO rules VALUES('magnitude-suspect',17,'warning','giá trị chênh lệch bất thường','value out of proportion','A value more than three times off the programme''s, or more deaths than injured: probably a misprint. Found: three times worse than the programme (`warning`); three times better, or for a year before the first milestone, or on the way from the plan''s own base (`notice`: some localities are that good, or that far behind); deaths by injury that reach the number of injured of the same year. Left alone: changes, near matches, zero.');
INSERT INTO rules VALUES('missing-measures',18,'warning','thiếu chỉ tiêu của Chương trình','measures of the programme left out','A plan of several years that carries out the programme leaves measures of it out. Found: each measure meant for the plan''s level that no target takes up. Left alone: yearly plans, plans on one theme (those that take up less than half of the programme and are not called after it), measures not meant for the level.');
INSERT INTO rules VALUES('number-differs',19,'warning','số thứ tự chỉ tiêu khác với Chương trình','indicator number differs from the programme''s','The same indicator number means another measure than in the programme. Left alone: plans that number their own way throughout, that is, unless at least three quarters of the numbered indicators agree with the programme.');
INSERT INTO rules VALUES('replaced-law',20,'warning','viện dẫn văn bản đã được thay thế','rests on a law that was replaced','A plan rests on a law or decree that another had replaced by the plan''s date. Found also: a law cited by name and a year long before that of the law of this name in the register (`Luật Hôn nhân và gia đình năm 2000`). Left alone: mentions of what was (`tổng kết …`, the situation, results), laws whose replacement the register does not date.');
INSERT INTO rules VALUES('same-unit-conflict',21,'warning','khác với kế hoạch khác của cùng đơn vị','another plan of the unit says otherwise','Two plans of one unit in force together say different values for one measure and year. Found on the younger of both. Left alone: versions of one plan, near matches, changes, and a yearly plan''s value for its own year beside another year''s.');
INSERT INTO rules VALUES('unassigned-indicator',22,'warning','chỉ tiêu chưa có cơ quan chủ trì','indicator given to no agency','An indicator that the plan sets and that no agency is given, where the plan gives indicators to agencies by number. Left alone: plans that name fewer than three indicators among the duties, and indicators whose table names an agency.');
INSERT INTO rules VALUES('unit-mismatch',23,'warning','gọi là tỷ lệ nhưng ghi số lượng','a count called a share','A count called a share: `tỷ lệ xã … đạt 12 xã`, without per cent or total. Left alone: counts with their total.');
INSERT INTO rules VALUES('weaker-than-national',24,'warning','chưa bảo đảm mức của Chương trình','weaker than the national programme','A value below what the national programme asks by that year. Found: the stance of the comparison is `weaker`. Left alone: near matches, changes held against levels, values for years before the first milestone (those are `below-milestone`), values that cannot be converted.');
INSERT INTO rules VALUES('weaker-than-parent',25,'warning','chưa bảo đảm mức của kế hoạch làm căn cứ','weaker than the plan it carries out','A value below what the plan that it carries out asks by that year. Found: the stance against the parent''s value is `weaker`. Left alone: near matches, changes, years before the parent''s first.');
INSERT INTO rules VALUES('below-milestone',26,'notice','chưa đạt mốc sắp tới của Chương trình','below the coming milestone','A value for a year before the programme''s first milestone that is still below that milestone. Only a notice: the year of the milestone has not come, and a yearly plan may well be on its way. Left alone: values that reach the milestone already, near matches, changes.');
INSERT INTO rules VALUES('copied-text',27,'notice','câu chữ còn sót của văn bản khác','words left over from another text','Words of another level, another place or another type of document that were left over from a model text. Found: `các sở, ngành` without `tỉnh` in a district''s plan, `UBND các huyện` or `các xã, thị trấn` in a commune''s, `Kế hoạch này` inside a programme, `trên địa bàn tỉnh …` with another province''s name. Left alone: names of documents and recipients, `các sở, ngành của tỉnh`.');
INSERT INTO rules VALUES('parent-missing',28,'notice','kế hoạch làm căn cứ chưa có trong dữ liệu','parent plan not in the database','The plan carries out a plan that is not in the database: a gap of the data, not of the plan. Left alone: official letters, and central documents, which the register or the programmes speak of.');
INSERT INTO rules VALUES('suspect-reading',29,'notice','có thể nhận dạng nhầm','may be misread','A misreading that may change meaning: `l00%`, `2023- 030`, a number that two readings of a scan disagree about. Found wherever the figures stand, in the head as in a target; one finding for each sentence. Left alone: letters whose misreading changes no meaning (`phần đầu` for `phấn đấu`).');
INSERT INTO rules VALUES('year-missing',30,'notice','thiếu mức phấn đấu cho một mốc của Chương trình','no value for a milestone of the programme','A plan of several years takes up a measure, and sets no value for one of the programme''s milestones in its period. The period is that of the title, and further milestones for which the plan sets values for half of its measures or more. Left alone: measures whose value for an earlier milestone reaches the later one already, values that hold without a year, yearly plans and plans on one theme.');
CREATE TABLE IF NOT EXISTS "searchable" (
   "id" INTEGER PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "title" TEXT,
   "words" TEXT
);
INSERT INTO searchable VALUES(3,'80fb3696181e1818','ke hoach cai thien tinh trang dinh duong tre em nam 2023 · uy ban nhan dan huyen van chan · van chan · yen bai · 2023-03 · nguyen van an',replace('uy ban nhan dan\nhuyen van chan\ncong hoa xa hoi chu nghia viet nam\ndoc lap - tu do - hanh phuc\nso: /kh-ubnd\nvan chan, ngay thang 03 nam 2023\nke hoach\ncai thien dinh duong tre em nam 2023\nthuc hien quyet dinh so 23/qd-ttg ngay 07/01/2021 cua thu tuong chinh phu, uy ban nhan dan huyen van chan, tinh yen bai ban hanh ke hoach nhu sau:\ni. muc tieu\n1. muc tieu cu the\n- giam ty le tre em duoi 5 tuoi suy dinh duong the nhe can xuong con 15% vao nam 2025.\n- 110% so xa co diem vui choi cho tre em vao nam 2025.\nii. to chuc thuc hien\n1. phong y te: chu tri, phoi hop voi phong giao duc va dao tao theo doi viec thuc hien; bao cao uy ban nhan dan huyen truoc ngay 20 thang 11 nam 2023.\nnoi nhan:\n- nhu tren;\n- luu: vt.\ntm. uy ban nhan dan\nchu tich\nnguyen van an','\n',char(10)));
INSERT INTO searchable VALUES(4,'0fcf67fcc924c71a','ke hoach thuc hien cong tac tre em nam 2023 · 41/kh-ubnd · uy ban nhan dan huyen van chan · van chan · yen bai · 2023-01-15 · tran thi binh',replace('uy ban nhan dan\nhuyen van chan\ncong hoa xa hoi chu nghia viet nam\ndoc lap - tu do - hanh phuc\nso: 41/kh-ubnd\nvan chan, ngay 15 thang 01 nam 2023\nke hoach\nthuc hien cong tac tre em nam 2023\nthuc hien quyet dinh so 23/qd-ttg ngay 07/01/2021 cua thu tuong chinh phu, uy ban nhan dan huyen van chan, tinh yen bai ban hanh ke hoach nhu sau:\ni. muc tieu\n1. muc tieu cu the\n- 90% tre em duoi 1 tuoi duoc tiem day du 8 loai vac xin vao nam 2025.\n- giam ty le tre em thap coi xuong con 25% vao nam 2025.\nii. to chuc thuc hien\n1. phong y te: chu tri, phoi hop voi phong giao duc va dao tao theo doi viec thuc hien; bao cao uy ban nhan dan huyen truoc ngay 20 thang 11 nam 2023.\nnoi nhan:\n- nhu tren;\n- luu: vt.\ntm. uy ban nhan dan\nchu tich\nnguyen van an','\n',char(10)));
INSERT INTO searchable VALUES(5,'7101b1cac6f2a836','ke hoach cai thien tinh trang dinh duong tre em nam 2023 · uy ban nhan dan huyen van chan · van chan · yen bai · 2023-02 · nguyen van an',replace('uy ban nhan dan\nhuyen van chan\ncong hoa xa hoi chu nghia viet nam\ndoc lap - tu do - hanh phuc\nso: /kh-ubnd\nvan chan, ngay thang 02 nam 2023\nke hoach\nphong, chong duoi nuoc cho tre em nam 2023\nthuc hien quyet dinh so 23/qd-ttg ngay 07/01/2021 cua thu tuong chinh phu, uy ban nhan dan huyen van chan, tinh yen bai ban hanh ke hoach nhu sau:\ni. muc tieu\n1. muc tieu cu the\n- 60% tre em tu 6 tuoi biet boi vao nam 2023.\n- 110% so xa co diem vui choi cho tre em vao nam 2025.\nii. to chuc thuc hien\n1. phong y te: chu tri, phoi hop voi phong giao duc va dao tao theo doi viec thuc hien; bao cao uy ban nhan dan huyen truoc ngay 20 thang 11 nam 2023.\nnoi nhan:\n- nhu tren;\n- luu: vt.\ntm. uy ban nhan dan\nchu tich\nnguyen van an','\n',char(10)));
CREATE TABLE IF NOT EXISTS 'searchable_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO searchable_fts_data VALUES(1,X'03568375');
INSERT INTO searchable_fts_data VALUES(10,X'0000000002021100021101010101010000');
INSERT INTO searchable_fts_data VALUES(137438953473,X'0000042803303031050601013602013205081a01011e020137050601013501013105080101502402013105080101811103013005060101600102323005080101810f03023231050601013704013305100d0e0101200d3636040135050601016c0201330506010131010136050601015902013005060101550102616e050a1d01018123010362616905081801014603016e05100f0101033d0b441503016f0508010181060203696574050601015b02026f69050601015c010363616905020403016f050801018107020368616e050e1404010108152a0303696e68050601013b03016f050801012742040169050601016604026e670506010124030175050a01010d6b2b040163050601016f02016f050601016303026e67050601010902017505060101530301610506010138010364616e050e110101053d4d1503016f050601017f020369656d050601016403026e6805080801012f02016f0506010114030163050601011103016905080101810202027563050601017d03026f69050601012504026e670502090102656d050c0b010129301401046769616f050601017c010468616e68050801011535020369656e050a01012d461602026f61050601010a04026368050a030101222a030169050601010c030170050601017902047579656e050c120101063d4d010169050601014d020169050601016d01026b65050a020101212a020168050601011801036c617005060101120202757505080101811801036d7563050801014e0501036e616d05120c010110110d360f290203676179050a01011c1a5c0303686961050601010e03047579656e050a1b01018121020368616e0510100101043d4d0d0a030175050801014b4d02026f690508010181140203756f630506010126010470686f69050601017804026e67050a010123520a030175050601013c0401630506010116010271640506010132020475796574050601012e0103736175050601014c02016f050a0101171b33010374616f0508010181000201650506010175020468616e67050801011d75030165050601015404016f050801018101030369656e0502050301750506010139040163050a01012c4616020369636805080101812003026575050801014f0503026e6805080601014402016d05080101811a02016f050601016e020472616e67050207030165050c0a010128301404016e05080101811703016905060101770303756f6305080101810d02027467050601013302017505080101134703026f69050601015a04026e67050601013a010475626e640506010119020179050e0e0101023d4d1501027661050601017e03016e0512130409010107152a6203016f050801015d0f0203696563050801018103040174050601010f02026f69050601017a02017405080101811902027569050601016501027861050801010b5901017905060101740202656e050817010145040909080909080a090d080808080b0b0d090a0908090e0a0908090a08080908080e080a0a0808090909070c0b0c0c090b08080e08080b080a0a0b100c0a0d0f090a0a0b0b0808090b0a0a0b080c080908080a0b0a0a0908090b09080b090909090b0c090e090b080909090a08');
INSERT INTO searchable_fts_data VALUES(2336462209025,X'00000731033030310306010135010a1b0101201902013303081a01011e02013703060101340106010136010131030801014f2d010a0101510b210201310308010181190108010181180301300306010168020135030601016401081c01011e010232300308010181170108010181160302323103060101360106010138040133030e0d0e0101200c73010e0b110101220c7004013503080101670f01080101660f0201330306010130010601013202013504060101700102343104080c010118010135030601015a01013804060101600102393004060101560102616e030a1d0101812b01080101812a010362616903081801014501081901014703016e03100f0101033c0b4d150110100101033e0b4a1503016f03080101810e01080101810d0203696e6804021f010363616903080401012303016e030601016103016f03080101810f01080101810e020368616e030e14040101081529010e1504010108162a0303696e68030601013a010601013c03016f030601016f040169030601016e030175030a01010d732b010a01010d722b0401630306010177010601017602016f030601016b030169040601016d03016e0306010163010601016f0401670306010109010a06010109200201750306010152010601015403016103060101370106010139010364616e030e110101053c5615010e120101053e531503016f030801018107010801018106030179040601015e020369656d030601016c03026e68030c080101250b31010601013002016f030601011401060101140301630306010111010601011103016903080101810a010801018109020175040601015f03016303080101810501080101810403026f63040601015c0401690306010159010601015904026e67030a090101263a0102656d030c0b010128321b010c0901012a301501046769616d0306010154010601016704016f030801018104010801018103010468616e68030801011534010801011536020369656e030a01012c4f16010e050101260a4c1602026f61030601010a010601010a04026368030a0301012229010a0301012429030169030601010c010601010c03017003080101810101080101810002047579656e030c120101063c56010c130101063e53010169030601014c010601014e0201690306010175010601017401026b65030a0201012129010a0201012329020168030601011801080d01011901036c6170030601011201060101120201650306010156010601016902036f616904060101610202757503080101812001080101811f01036d7563030801014d05010801014f0501036e616d03120c010110110c3f0f2901120a010110130c3c0f290203676179030a01011c1965010a01011d1a620303686961030601010e010601010e03047579656e030a1b01018129010801018128020368616e0310100101043c560d0a0110110101043e530d0a0301650306010160030175030801014a56010801014c5302026f6903080101811c01080101811b010470686f69030801018100010601017f04026e67030801017b0a010801017a0a030175030601013b010601013d040163030601011601060101160102716403060101310106010133020475796574030601012d010601012f0103736175030601014b010601014d02016f030a0101171a3c01080101171c02027579030601015c010374616304080701012803016f030801018108010801018107020165030601017d010601017c020468616e67030801011d7d010801011f7a040170040601016c03016503080101530e010601015504016f03080101810901080101810803016904021e0402656e0308050101240301750306010138010601013a040163030a01012b4f16010e040101250a4c1602036963680308010181280108010181270302656d040601015d040175030801014e0501080101500503026e68030806010143010601014502016d03080101812201080101812102016f03060101760106010175020372616e04021d050167030207030165030c0a010127321b010c08010129301504016e03080101811f01080101811e030169030601017f010601017e0303756f6303080101811501080101811402027467030601013201060101340201750306010113010601011303026f69030601015b010601015b04026e670306010139010601013b02017903060101550106010168010475626e64030601011901080e01011a020179030e0e0101023c5615010e0f0101023e531501027661030801018106010801018105030163040601016203016e031213040901010715296b01101404010107162a6803016f03080101650f01080101640f020369656303080101810b01080101810a040174030601010f010601010f02026f6903080101810201080101810102017403080101812101080101812002027569030601016d01027861030801010b61010601010b0202696e04060101630204756f6e670306010162010601016e010179030601017c010601017b0202656e0308170101440108180101460410090d100f080e100e150f0d080a0808091111170f080b080f170f0808110d08080d0f0d0d170f080a110d0d0f080f090d0b14100f12150e120d0f160d0d120e0f0d0a10111b130f1319080f1011100d0d0e100f10090b0f0d12080e0f060a0d1311090f0f0f0d0806130f0d110e0d0e0e0d11151008180f110d100f090f09100d');
CREATE TABLE IF NOT EXISTS 'searchable_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO searchable_fts_idx VALUES(1,X'',2);
INSERT INTO searchable_fts_idx VALUES(17,X'',2);
CREATE TABLE IF NOT EXISTS 'searchable_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO searchable_fts_docsize VALUES(3,X'1c812a');
INSERT INTO searchable_fts_docsize VALUES(4,X'1e8129');
INSERT INTO searchable_fts_docsize VALUES(5,X'1c8122');
CREATE TABLE IF NOT EXISTS 'searchable_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO searchable_fts_config VALUES('version',4);
CREATE TABLE IF NOT EXISTS "occurrences" (
   "id" TEXT PRIMARY KEY,
   "document" TEXT NOT NULL REFERENCES "documents"("id"),
   "deadline" TEXT NOT NULL REFERENCES "deadlines"("id"),
   "starts_on" TEXT,
   "due_on" TEXT NOT NULL,
   "precision" TEXT NOT NULL,
   "recurring" INTEGER
);
INSERT INTO occurrences VALUES('5857541baaad5f23','80fb3696181e1818','80fb3696181e1818-c0508c580732',NULL,'2023-11-20','day',0);
INSERT INTO occurrences VALUES('3360fb68edb73f1a','0fcf67fcc924c71a','0fcf67fcc924c71a-c0508c580732',NULL,'2023-11-25','day',0);
CREATE TABLE IF NOT EXISTS "corrections" (
   "id" INTEGER PRIMARY KEY,
   "plan" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "record_key" TEXT NOT NULL,
   "field" TEXT NOT NULL,
   "value" TEXT,
   "extracted" TEXT,
   "state" TEXT NOT NULL,
   "note" TEXT,
   "reviewer" TEXT,
   "corrected_at" TEXT NOT NULL
);
INSERT INTO corrections VALUES(1,'van-chan-kh-ubnd-2023','documents','','title','"Kế hoạch cải thiện tình trạng dinh dưỡng trẻ em năm 2023"','"Kế hoạch cải thiện dinh dưỡng trẻ em năm 2023"','made','theo bản ký','binh','2026-11-30T20:28:07+00:00');
INSERT INTO corrections VALUES(2,'van-chan-41-kh-ubnd-2023','targets','150042d78ab3','value','97.0','90.0','made','sửa theo công văn đính chính','an','2026-11-30T20:28:07+00:00');
INSERT INTO corrections VALUES(3,'van-chan-41-kh-ubnd-2023','documents','','signer','"Trần Thị Bình"','"Nguyễn Văn An"','made',NULL,'an','2026-11-30T20:28:07+00:00');
INSERT INTO corrections VALUES(4,'van-chan-41-kh-ubnd-2023','documents','','signer_title','"Chủ tịch"','"Chủ tịch"','made',NULL,'an','2026-11-30T20:28:07+00:00');
INSERT INTO corrections VALUES(5,'van-chan-41-kh-ubnd-2023','documents','','signer_title','null','"Chủ tịch"','withdrawn',NULL,'an','2026-11-30T20:28:07+00:00');
INSERT INTO corrections VALUES(6,'van-chan-41-kh-ubnd-2023','deadlines','c0508c580732','due','"2023-11-25"','"2023-11-20"','made',NULL,'binh','2026-11-30T20:28:07+00:00');
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('legal_refs','idx_legal_refs_number_key_issued_on','3 3 3');
INSERT INTO sqlite_stat1 VALUES('legal_refs','idx_legal_refs_document_position','3 1 1');
INSERT INTO sqlite_stat1 VALUES('legal_refs','sqlite_autoindex_legal_refs_1','3 1');
INSERT INTO sqlite_stat1 VALUES('files','idx_files_document','3 1');
INSERT INTO sqlite_stat1 VALUES('files','idx_files_outcome','3 3');
INSERT INTO sqlite_stat1 VALUES('files','idx_files_sha256','3 1');
INSERT INTO sqlite_stat1 VALUES('files','sqlite_autoindex_files_1','3 1');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_sort_key','3 1');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_plan','3 1');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_unit','3 3');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_number_key_issued_on','3 2 1');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_plain_slug','3 2');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_sha256','3 1');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_period_start','3 3');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_issuer_key','3 3');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_level_province_district','3 3 3 3');
INSERT INTO sqlite_stat1 VALUES('documents','idx_documents_slug','3 1');
INSERT INTO sqlite_stat1 VALUES('documents','sqlite_autoindex_documents_1','3 1');
INSERT INTO sqlite_stat1 VALUES('cascades','idx_cascades_reference','3 1');
INSERT INTO sqlite_stat1 VALUES('cascades','idx_cascades_parent','3 3');
INSERT INTO sqlite_stat1 VALUES('cascades','idx_cascades_child','3 1');
INSERT INTO sqlite_stat1 VALUES('cascades','sqlite_autoindex_cascades_1','3 1');
INSERT INTO sqlite_stat1 VALUES('deadlines','idx_deadlines_due','3 3');
INSERT INTO sqlite_stat1 VALUES('deadlines','idx_deadlines_document_position','3 1 1');
INSERT INTO sqlite_stat1 VALUES('deadlines','sqlite_autoindex_deadlines_1','3 1');
INSERT INTO sqlite_stat1 VALUES('targets','idx_targets_measure_year','6 2 2');
INSERT INTO sqlite_stat1 VALUES('targets','idx_targets_document_position','6 2 1');
INSERT INTO sqlite_stat1 VALUES('targets','sqlite_autoindex_targets_1','6 1');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_stance_document','102 34 15');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_document_year','102 34 17');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_document_stance','102 34 15');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_measure_programme_level_document_stance','102 3 3 3 1 1');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_parent','102 102');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_parent_target','102 102');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_target','102 17');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_stance','102 34');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_measure_stance','102 3 3');
INSERT INTO sqlite_stat1 VALUES('comparisons','idx_comparisons_document_measure','102 34 1');
INSERT INTO sqlite_stat1 VALUES('comparisons','sqlite_autoindex_comparisons_1','102 1');
INSERT INTO sqlite_stat1 VALUES('findings','idx_findings_gravity','5 5 3 2 1');
INSERT INTO sqlite_stat1 VALUES('findings','idx_findings_plan_gone_position','5 2 2 1');
INSERT INTO sqlite_stat1 VALUES('findings','idx_findings_gone_severity_rule','5 5 3 3');
INSERT INTO sqlite_stat1 VALUES('findings','idx_findings_against','5 5');
INSERT INTO sqlite_stat1 VALUES('findings','idx_findings_key','5 2');
INSERT INTO sqlite_stat1 VALUES('findings','idx_findings_rule_severity','5 3 3');
INSERT INTO sqlite_stat1 VALUES('findings','idx_findings_plan_position','5 2 1');
INSERT INTO sqlite_stat1 VALUES('findings','idx_findings_document_position','5 2 1');
INSERT INTO sqlite_stat1 VALUES('findings','sqlite_autoindex_findings_1','5 1');
INSERT INTO sqlite_stat1 VALUES('assignments','idx_assignments_document_position','3 1 1');
INSERT INTO sqlite_stat1 VALUES('assignments','sqlite_autoindex_assignments_1','3 1');
INSERT INTO sqlite_stat1 VALUES('likenesses','idx_likenesses_words','3 1');
INSERT INTO sqlite_stat1 VALUES('likenesses','sqlite_autoindex_likenesses_1','3 1');
INSERT INTO sqlite_stat1 VALUES('occurrences','idx_occurrences_deadline','3 1');
INSERT INTO sqlite_stat1 VALUES('occurrences','idx_occurrences_document','3 1');
INSERT INTO sqlite_stat1 VALUES('occurrences','idx_occurrences_due_on','3 3');
INSERT INTO sqlite_stat1 VALUES('occurrences','sqlite_autoindex_occurrences_1','3 1');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','searchable_fts','searchable_fts',0,'CREATE VIRTUAL TABLE "searchable_fts" USING FTS5 (
    "title", "words",
    tokenize=''unicode61'',
    content="searchable"
)');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX "idx_milestones_measure_year"
    ON "milestones" ("measure", "year");
CREATE INDEX "idx_milestones_programme"
    ON "milestones" ("programme");
CREATE INDEX "idx_documents_slug"
    ON "documents" ("slug");
CREATE INDEX "idx_documents_level_province_district"
    ON "documents" ("level", "province", "district");
CREATE INDEX "idx_documents_issuer_key"
    ON "documents" ("issuer_key");
CREATE INDEX "idx_documents_period_start"
    ON "documents" ("period_start");
CREATE INDEX "idx_documents_sha256"
    ON "documents" ("sha256");
CREATE INDEX "idx_files_sha256"
    ON "files" ("sha256");
CREATE INDEX "idx_files_outcome"
    ON "files" ("outcome");
CREATE INDEX "idx_files_document"
    ON "files" ("document");
CREATE INDEX "idx_sections_document_position"
    ON "sections" ("document", "position");
CREATE INDEX "idx_warnings_document_position"
    ON "warnings" ("document", "position");
CREATE INDEX "idx_warnings_code"
    ON "warnings" ("code");
CREATE INDEX "idx_targets_document_position"
    ON "targets" ("document", "position");
CREATE INDEX "idx_targets_measure_year"
    ON "targets" ("measure", "year");
CREATE INDEX "idx_deadlines_document_position"
    ON "deadlines" ("document", "position");
CREATE INDEX "idx_deadlines_due"
    ON "deadlines" ("due");
CREATE INDEX "idx_legal_refs_document_position"
    ON "legal_refs" ("document", "position");
CREATE INDEX "idx_assignments_document_position"
    ON "assignments" ("document", "position");
CREATE INDEX "idx_cascades_child"
    ON "cascades" ("child");
CREATE INDEX "idx_cascades_parent"
    ON "cascades" ("parent");
CREATE INDEX "idx_cascades_reference"
    ON "cascades" ("reference");
CREATE INDEX "idx_comparisons_document_measure"
    ON "comparisons" ("document", "measure");
CREATE INDEX "idx_comparisons_measure_stance"
    ON "comparisons" ("measure", "stance");
CREATE INDEX "idx_comparisons_stance"
    ON "comparisons" ("stance");
CREATE INDEX "idx_comparisons_target"
    ON "comparisons" ("target");
CREATE INDEX "idx_comparisons_parent_target"
    ON "comparisons" ("parent_target");
CREATE INDEX "idx_comparisons_parent"
    ON "comparisons" ("parent");
CREATE INDEX "idx_likenesses_words"
    ON "likenesses" ("words");
CREATE INDEX "idx_replacements_document"
    ON "replacements" ("document");
CREATE INDEX "idx_replacements_replaced_by"
    ON "replacements" ("replaced_by");
CREATE INDEX "idx_replacements_path"
    ON "replacements" ("path");
CREATE INDEX "idx_unsettled_stage"
    ON "unsettled" ("stage");
CREATE INDEX "idx_documents_plain_slug"
    ON "documents" ("plain_slug");
CREATE INDEX "idx_documents_number_key_issued_on"
    ON "documents" ("number_key", "issued_on");
CREATE INDEX "idx_legal_refs_number_key_issued_on"
    ON "legal_refs" ("number_key", "issued_on");
CREATE INDEX "idx_comparisons_measure_programme_level_document_stance"
    ON "comparisons" ("measure", "programme", "level", "document", "stance");
CREATE INDEX "idx_units_level_valid_to"
    ON "units" ("level", "valid_to");
CREATE INDEX "idx_units_parent"
    ON "units" ("parent");
CREATE INDEX "idx_units_folded"
    ON "units" ("folded");
CREATE INDEX "idx_units_province_level"
    ON "units" ("province", "level");
CREATE INDEX "idx_unit_changes_became"
    ON "unit_changes" ("became");
CREATE INDEX "idx_documents_unit"
    ON "documents" ("unit");
CREATE INDEX "idx_agency_mentions_document"
    ON "agency_mentions" ("document");
CREATE INDEX "idx_agency_mentions_agency_kind"
    ON "agency_mentions" ("agency", "kind");
CREATE INDEX "idx_agency_mentions_record"
    ON "agency_mentions" ("record");
CREATE INDEX "idx_laws_number_key"
    ON "laws" ("number_key");
CREATE INDEX "idx_documents_plan"
    ON "documents" ("plan");
CREATE INDEX "idx_findings_document_position"
    ON "findings" ("document", "position");
CREATE INDEX "idx_findings_plan_position"
    ON "findings" ("plan", "position");
CREATE INDEX "idx_findings_rule_severity"
    ON "findings" ("rule", "severity");
CREATE INDEX "idx_findings_key"
    ON "findings" ("key");
CREATE INDEX "idx_findings_against"
    ON "findings" ("against");
CREATE INDEX "idx_findings_gone_severity_rule"
    ON "findings" ("gone", "severity", "rule");
CREATE INDEX "idx_reviews_finding_id"
    ON "reviews" ("finding", "id");
CREATE INDEX "idx_documents_sort_key"
    ON "documents" ("sort_key");
CREATE UNIQUE INDEX "idx_searchable_document"
    ON "searchable" ("document");
CREATE INDEX "idx_occurrences_due_on"
    ON "occurrences" ("due_on");
CREATE INDEX "idx_occurrences_document"
    ON "occurrences" ("document");
CREATE INDEX "idx_occurrences_deadline"
    ON "occurrences" ("deadline");
CREATE INDEX "idx_corrections_plan_kind_record_key_field"
    ON "corrections" ("plan", "kind", "record_key", "field");
CREATE INDEX "idx_comparisons_document_stance"
    ON "comparisons" ("document", "stance");
CREATE INDEX "idx_comparisons_document_year"
    ON "comparisons" ("document", "year");
CREATE INDEX "idx_comparisons_stance_document"
    ON "comparisons" ("stance", "document");
CREATE INDEX "idx_findings_plan_gone_position"
    ON "findings" ("plan", "gone", "position");
CREATE INDEX idx_findings_gravity ON findings (gone, (CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END), plan, position);
CREATE TRIGGER "searchable_ai" AFTER INSERT ON "searchable" BEGIN
  INSERT INTO "searchable_fts" (rowid, "title", "words") VALUES (new.rowid, new."title", new."words");
END;
CREATE TRIGGER "searchable_ad" AFTER DELETE ON "searchable" BEGIN
  INSERT INTO "searchable_fts" ("searchable_fts", rowid, "title", "words") VALUES('delete', old.rowid, old."title", old."words");
END;
CREATE TRIGGER "searchable_au" AFTER UPDATE ON "searchable" BEGIN
  INSERT INTO "searchable_fts" ("searchable_fts", rowid, "title", "words") VALUES('delete', old.rowid, old."title", old."words");
  INSERT INTO "searchable_fts" (rowid, "title", "words") VALUES (new.rowid, new."title", new."words");
END;
CREATE VIEW "adoption" AS
-- One row: a measure of a programme × a level of administration, with how many plans adopted, tightened, weakened or left it out.
SELECT
    c.programme,
    c.measure,
    m.short_vi AS measure_vi,
    m.name_en AS measure_en,
    c.level,
    count(DISTINCT c.document) AS plans,
    count(DISTINCT CASE WHEN c.stance <> 'absent' THEN c.document END) AS adopted,
    count(DISTINCT CASE WHEN c.stance = 'stricter' THEN c.document END) AS stricter,
    count(DISTINCT CASE WHEN c.stance = 'equal' THEN c.document END) AS equal,
    count(DISTINCT CASE WHEN c.stance = 'weaker' THEN c.document END) AS weaker,
    count(DISTINCT CASE WHEN c.stance = 'absent' THEN c.document END) AS absent
FROM comparisons c
JOIN measures m ON m.code = c.measure
GROUP BY c.measure, c.programme, c.level
;
CREATE VIEW "carried_out" AS
-- One row: a plan and a programme that it carries out, by itself (distance 0) or through the plans that it carries out.
SELECT d.slug AS plan, c.programme, c.distance, d.unit, d.issued_on
FROM carried c
JOIN documents d ON d.id = c.document
;
CREATE VIEW "cascade" AS
-- One row: a plan and a document that it carries out; `parent` is empty where that document is not in the database.
SELECT
    child.slug AS plan,
    child.title AS plan_title,
    child.level,
    child.province,
    child.district,
    child.commune,
    c.basis,
    parent.slug AS parent,
    c.programme,
    c.parent_label,
    c.parent_issuer,
    c.parent_issued_on,
    c.parent IS NULL AND c.programme IS NULL AS parent_missing,
    r.quote
FROM cascades c
JOIN documents child ON child.id = c.child
LEFT JOIN documents parent ON parent.id = c.parent
LEFT JOIN legal_refs r ON r.id = c.reference
;
CREATE VIEW "citations" AS
-- One row: a cited document × a date with which it is cited, with the plans that do so and what the register knows of it.
SELECT
    r.doc_type,
    coalesce(r.number, r.name) AS cited,
    r.issued_on,
    count(*) AS mentions,
    count(DISTINCT r.document) AS plans,
    min(r.issuer) AS issuer,
    group_concat(DISTINCT d.slug) AS plan_list,
    l.key AS law,
    l.issued_on AS registered_on,
    l.subject,
    l.replaced_by
FROM legal_refs r
JOIN documents d ON d.id = r.document AND d.plan = d.id
LEFT JOIN laws l ON l.key = (
    SELECT key FROM laws
    WHERE (number_key = r.number_key OR (r.number_key IS NULL AND name = r.name))
      AND (r.number LIKE '%/____/%' OR substr(issued_on, 1, 4) = substr(coalesce(r.issued_on, issued_on), 1, 4))
    ORDER BY issued_on DESC LIMIT 1
)
GROUP BY r.doc_type, coalesce(r.number_key, r.name), r.issued_on
;
CREATE VIEW "comparison" AS
-- One row: a plan × a measure of a programme × a year × a group, with the plan's value, the programme's and the parent's.
SELECT
    d.slug AS plan,
    d.title AS plan_title,
    d.level,
    d.province,
    d.district,
    d.commune,
    d.period_start,
    d.period_end,
    c.programme,
    c.measure,
    m.short_vi AS measure_vi,
    m.name_en AS measure_en,
    m.direction,
    c.year,
    c.year_basis,
    c.subgroup,
    c.comparator,
    c.value,
    c.value_high,
    c.unit,
    c.per,
    c.conversion,
    c.stance,
    c.reason,
    s.year AS programme_year,
    s.comparator AS programme_comparator,
    s.value AS programme_value,
    s.value_high AS programme_value_high,
    c.difference,
    c.difference_percent,
    p.slug AS parent,
    c.parent_value,
    c.parent_stance,
    t.quote,
    t.page,
    t.section,
    t.confidence
FROM comparisons c
JOIN documents d ON d.id = c.document
JOIN measures m ON m.code = c.measure
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN targets t ON t.id = c.target
LEFT JOIN documents p ON p.id = c.parent
;
CREATE VIEW "correction" AS
-- One row: a correction in force, and whether the record that it hangs on is still in the database.
SELECT
    c.plan,
    c.kind,
    c.record_key,
    c.field,
    c.value,
    c.extracted,
    c.note,
    c.reviewer,
    c.corrected_at,
    CASE c.kind
        WHEN 'documents' THEN EXISTS (SELECT 1 FROM documents d WHERE d.plain_slug = c.plan)
        WHEN 'targets' THEN EXISTS (SELECT 1 FROM targets r JOIN documents d ON d.id = r.document WHERE d.plain_slug = c.plan AND r.key = c.record_key)
        WHEN 'deadlines' THEN EXISTS (SELECT 1 FROM deadlines r JOIN documents d ON d.id = r.document WHERE d.plain_slug = c.plan AND r.key = c.record_key)
        WHEN 'legal_refs' THEN EXISTS (SELECT 1 FROM legal_refs r JOIN documents d ON d.id = r.document WHERE d.plain_slug = c.plan AND r.key = c.record_key)
        ELSE EXISTS (SELECT 1 FROM assignments r JOIN documents d ON d.id = r.document WHERE d.plain_slug = c.plan AND r.key = c.record_key)
    END AS there
FROM corrections c
WHERE c.state = 'made'
  AND c.id IN (SELECT max(id) FROM corrections GROUP BY plan, kind, record_key, field)
;
CREATE VIEW "coverage" AS
-- One row: a unit of the time of a programme × the programme, with the first plan of that unit that carries it out (empty: none sent).
SELECT
    s.unit,
    s.unit_name,
    s.level,
    s.province,
    s.programme,
    d.issued_on,
    d.slug AS plan,
    CASE WHEN d.slug IS NULL THEN 'not_sent' ELSE 'sent' END AS state,
    s.sort_key
FROM (
    SELECT
        u.code AS unit,
        u.full_name AS unit_name,
        u.level,
        above.name AS province,
        p.id AS programme,
        u.sort_key,
        (
            SELECT sent.id
            FROM documents sent
            JOIN carried c ON c.document = sent.id AND c.programme = p.id
            WHERE sent.unit = u.code
            ORDER BY coalesce(sent.issued_on, '9999'), sent.slug
            LIMIT 1
        ) AS document
    FROM programmes p
    JOIN units u ON u.valid_from <= p.issued_on AND (u.valid_to IS NULL OR u.valid_to >= p.issued_on)
    JOIN units above ON above.code = u.province
) s
LEFT JOIN documents d ON d.id = s.document
;
CREATE VIEW "due" AS
-- One row: a time by which someone must do something; recurrences as rules (RFC 5545).
SELECT
    d.slug AS plan,
    d.level,
    d.province,
    d.district,
    t.kind,
    t.relation,
    t.start_date,
    t.due,
    t.recurrence,
    t.actor,
    t.recipient,
    t.quote,
    t.page,
    t.section
FROM deadlines t
JOIN documents d ON d.id = t.document AND d.plan = d.id
;
CREATE VIEW "duties" AS
-- One row: an agency × a duty laid on it, with the one name that its spellings share.
SELECT
    d.slug AS plan,
    d.level,
    d.province,
    d.district,
    m.as_written AS agency,
    g.name AS agency_name,
    m.agency AS agency_id,
    g.valid_to AS agency_until,
    a.role,
    a.requested,
    a.quote,
    a.partners,
    a.indicators,
    a.page,
    a.section
FROM agency_mentions m
JOIN assignments a ON a.id = m.record
JOIN documents d ON d.id = m.document AND d.plan = d.id
LEFT JOIN agencies g ON g.id = m.agency
WHERE m.kind = 'assignment' AND m.holds = 'agency'
;
CREATE VIEW "finding" AS
-- One row: a finding on a plan as it stands now, with its rule, both sides, and what reviewers decided last.
SELECT
    f.key,
    f.plan,
    d.title AS plan_title,
    d.level,
    d.province,
    d.district,
    d.commune,
    f.rule,
    r.name_vi AS rule_vi,
    r.name_en AS rule_en,
    f.severity,
    f.subject,
    f.found,
    f.expected,
    f.message_vi,
    f.message_en,
    f.suggestion_vi,
    f.basis_vi,
    f.quote,
    f.section,
    f.page,
    a.slug AS against,
    f.against_quote,
    coalesce(v.state, 'open') AS state,
    v.note,
    v.reviewer,
    v.decided_at,
    f.position
FROM findings f
JOIN documents d ON d.id = f.document
JOIN rules r ON r.code = f.rule
LEFT JOIN documents a ON a.id = f.against
LEFT JOIN reviews v ON v.id = (SELECT max(id) FROM reviews WHERE finding = f.key)
WHERE f.gone = 0
;
CREATE VIEW "kin" AS
-- One row: a plan and a plan of a unit that its unit came from or became in July 2025; values are shown side by side, never inherited.
SELECT
    new.slug AS plan,
    new_unit.full_name AS unit_name,
    old.slug AS earlier_plan,
    old_unit.full_name AS earlier_unit_name,
    old.title AS earlier_title,
    old.issued_on AS earlier_issued_on
FROM documents new
JOIN unit_changes u ON u.became = new.unit
JOIN documents old ON old.unit = u.unit
JOIN units new_unit ON new_unit.code = new.unit
JOIN units old_unit ON old_unit.code = old.unit
WHERE new.plan = new.id AND old.plan = old.id
;
CREATE VIEW "occurrence" AS
-- One row: a day on which something is due, recurrences expanded, with plan, who must act and the sentence.
SELECT
    o.due_on,
    o.starts_on,
    o.precision,
    o.recurring,
    d.slug AS plan,
    d.title AS plan_title,
    d.level,
    d.province,
    d.district,
    d.commune,
    t.kind,
    t.relation,
    t.actor,
    t.recipient,
    t.quote,
    t.page,
    t.section,
    t.key
FROM occurrences o
JOIN deadlines t ON t.id = o.deadline
JOIN documents d ON d.id = o.document
;
CREATE VIEW "plans" AS
-- One row: a plan with what was read out of it and how it stands to the programmes.
SELECT
    d.slug AS plan,
    d.title,
    d.number,
    d.issuer,
    d.level,
    d.province,
    d.district,
    d.commune,
    d.issued_on,
    d.period_start,
    d.period_end,
    d.plan_kind,
    d.status,
    d.relation,
    (SELECT count(*) FROM targets t WHERE t.document = d.id) AS targets,
    (SELECT count(*) FROM deadlines t WHERE t.document = d.id) AS deadlines,
    (SELECT count(*) FROM legal_refs t WHERE t.document = d.id) AS legal_refs,
    (SELECT count(*) FROM assignments t WHERE t.document = d.id) AS duties,
    (SELECT count(*) FROM warnings t WHERE t.document = d.id) AS warnings,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'stricter') AS stricter,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'equal') AS equal,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'weaker') AS weaker
FROM documents d
;
CREATE VIEW "unrecognised_agencies" AS
-- One row: a name that was read as an agency and is a general phrase or no known body, with how often it stands in plans.
SELECT
    g.name,
    count(*) AS mentions,
    count(DISTINCT m.document) AS plans,
    min(m.as_written) AS example
FROM agency_mentions m
LEFT JOIN agencies g ON g.id = m.agency
WHERE m.agency IS NULL OR g.general = 1
GROUP BY coalesce(g.name, m.as_written)
;
CREATE VIEW "versions" AS
-- One row: a document and the plan that it is a version of: the one that stands for the plan, a copy, a draft, an older or a replaced one.
SELECT
    current.slug AS plan,
    d.slug AS version,
    d.relation,
    d.title,
    d.number,
    d.issued_on,
    d.status,
    d.media_type,
    coalesce(
        (SELECT min(path) FROM files WHERE document = d.id),
        (SELECT path FROM replacements WHERE document = d.id ORDER BY id DESC LIMIT 1)
    ) AS path,
    (SELECT max(replaced_at) FROM replacements WHERE document = d.id AND d.relation = 'replaced') AS replaced_at
FROM documents d
JOIN documents current ON current.id = d.plan
;
PRAGMA writable_schema=OFF;
COMMIT;
