-- a progress file as schema 1 wrote it; never edited
BEGIN TRANSACTION;
CREATE TABLE cards (
        key TEXT NOT NULL,
        template TEXT NOT NULL,
        deck TEXT NOT NULL,            -- where it was last met
        question TEXT NOT NULL,        -- as it was last shown, for lists and for orphans
        answer TEXT NOT NULL,
        kind TEXT NOT NULL,            -- word, or the fact's kind
        level TEXT NOT NULL DEFAULT '',
        suspended INTEGER NOT NULL DEFAULT 0,
        state INTEGER, step INTEGER, stability REAL, difficulty REAL, last TEXT, due TEXT,
        PRIMARY KEY (key, template)
    ) WITHOUT ROWID;
INSERT INTO "cards" VALUES('w0','Recognition','deck','字0','','word','',0,2,NULL,7.51332036676256898033e+00,4.75285848853255732393e+00,'2025-03-03','2025-03-12');
INSERT INTO "cards" VALUES('w1','Recognition','deck','字1','','word','',0,2,NULL,8.2956,1.0,'2025-03-01','2025-03-11');
INSERT INTO "cards" VALUES('w2','Recognition','deck','字2','','word','',1,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE reviews (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL,             -- the note's
        template TEXT NOT NULL,
        at INTEGER NOT NULL,           -- seconds since 1970
        day TEXT NOT NULL,             -- the learner's, 2025-09-19
        rating INTEGER,                -- 1 again, 2 hard, 3 good, 4 easy; NULL where the row undoes another
        undoes INTEGER REFERENCES reviews (id),
        mode TEXT NOT NULL DEFAULT '',
        given TEXT NOT NULL DEFAULT '',
        took INTEGER NOT NULL DEFAULT 0,  -- milliseconds
        state INTEGER, step INTEGER, stability REAL, difficulty REAL, due TEXT  -- what FSRS made of it
    );
INSERT INTO "reviews" VALUES(1,'w0','Recognition',1740830400,'2025-03-01',3,NULL,'','',0,2,NULL,2.3065,2.11810397045901588342e+00,'2025-03-03');
INSERT INTO "reviews" VALUES(2,'w1','Recognition',1740830400,'2025-03-01',1,NULL,'','',0,1,0,0.212,6.4133,'2025-03-01');
INSERT INTO "reviews" VALUES(3,'w1','Recognition',1740830400,'2025-03-01',NULL,2,'','',0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "reviews" VALUES(4,'w1','Recognition',1740830400,'2025-03-01',4,NULL,'','',0,2,NULL,8.2956,1.0,'2025-03-11');
INSERT INTO "reviews" VALUES(5,'w0','Recognition',1741003200,'2025-03-03',2,NULL,'','',0,2,NULL,7.51332036676256898033e+00,4.75285848853255732393e+00,'2025-03-12');
CREATE INDEX reviews_of ON reviews (key, template, id);
CREATE INDEX reviews_on ON reviews (day);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('reviews',5);
COMMIT;
PRAGMA user_version = 1;
