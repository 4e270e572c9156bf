// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/filename.h"

#include <QSet>
#include <QTest>

using batch::Job;
using batch::MediaType;
using namespace Qt::StringLiterals;

class TestFileName : public QObject
{
    Q_OBJECT

private slots:
    void stem_data();
    void stem();
    void longNamesFitTheFileSystem_data();
    void longNamesFitTheFileSystem();
    void stems_data();
    void stems();
    void typesDontClash();
    void manyOfTheSameName();
};

namespace {

Job named(const QString &name, MediaType type = MediaType::Image)
{
    Job job;
    job.name = name;
    job.type = type;
    return job;
}

QStringList stemsOf(const QList<Job> &jobs)
{
    const auto stems = batch::fileStems(jobs);
    QStringList list;
    for (const Job &job : jobs)
        list.append(stems.value(job.id));
    return list;
}

} // namespace

void TestFileName::stem_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("stem");
    QTest::newRow("article") << u"Product Hero Shot"_s << u"product_hero_shot"_s;
    QTest::newRow("Chinese") << u"產品主視覺圖"_s << u"產品主視覺圖"_s;
    QTest::newRow("Chinese with a space") << u"英雄影片 Veo"_s << u"英雄影片_veo"_s;
    QTest::newRow("full-width space") << u"貼文　一"_s << u"貼文_一"_s;
    QTest::newRow("emoji beside letters") << u"🎬 Opening 🚀"_s << u"_opening_"_s;
    QTest::newRow("only an emoji") << u"🎬"_s << u"job"_s;
    QTest::newRow("emoji with a variation selector") << u"\u2764\uFE0F"_s << u"job"_s;
    QTest::newRow("family emoji") << u"👩\u200D👧"_s << u"job"_s;
    QTest::newRow("empty") << u""_s << u"job"_s;
    QTest::newRow("path characters") << u"../../etc/passwd"_s << u"etcpasswd"_s;
    QTest::newRow("backslash and colon") << u"C:\\a"_s << u"ca"_s;
    QTest::newRow("line break and tab") << u"a\nb\tc"_s << u"a_b_c"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s << u"ab"_s;
    QTest::newRow("accent composed") << u"Cafe\u0301"_s << u"caf\u00E9"_s;
    QTest::newRow("mark without composed form") << u"x\u0302"_s << u"x\u0302"_s;
    QTest::newRow("rare ideograph") << u"\U00020BB7野家"_s << u"\U00020BB7野家"_s;
    QTest::newRow("digits and underscore") << u"shot_01"_s << u"shot_01"_s;
}

void TestFileName::stem()
{
    QFETCH(QString, name);
    QTEST(batch::fileStem(name), "stem");
}

void TestFileName::longNamesFitTheFileSystem_data()
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<int>("kept");
    QTest::newRow("Latin") << u"a"_s << 80;
    QTest::newRow("three bytes") << u"圖"_s << 66;
    QTest::newRow("four bytes") << u"\U00020BB7"_s << 50;
}

void TestFileName::longNamesFitTheFileSystem()
{
    QFETCH(QString, character);
    QFETCH(int, kept);
    const QString stem = batch::fileStem(character.repeated(200));
    QCOMPARE(stem, character.repeated(kept));
    for (const QString &behind :
         {u"_1000-10.1f3a9c07.fetched.recipe-4194304-1000"_s, u"_1000-take10.png.recipe.json"_s})
        QVERIFY((stem + behind).toUtf8().size() <= 255);
}

void TestFileName::stems_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("distinct") << QStringList{u"a"_s, u"b"_s} << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("twice") << QStringList{u"Cat"_s, u"cat"_s} << QStringList{u"cat"_s, u"cat_2"_s};
    QTest::newRow("number is another's name")
        << QStringList{u"a"_s, u"a"_s, u"a_2"_s} << QStringList{u"a"_s, u"a_3"_s, u"a_2"_s};
    QTest::newRow("other's name first")
        << QStringList{u"a_2"_s, u"a"_s, u"a"_s} << QStringList{u"a_2"_s, u"a"_s, u"a_3"_s};
    QTest::newRow("numbered names twice") << QStringList{u"a_2"_s, u"a_2"_s, u"a"_s, u"a"_s}
                                          << QStringList{u"a_2"_s, u"a_2_2"_s, u"a"_s, u"a_3"_s};
    QTest::newRow("nothing left") << QStringList{u"🎬"_s, u"🚀"_s}
                                  << QStringList{u"job"_s, u"job_2"_s};
    QTest::newRow("Chinese") << QStringList{u"圖"_s, u"圖"_s, u"圖"_s}
                             << QStringList{u"圖"_s, u"圖_2"_s, u"圖_3"_s};
}

void TestFileName::stems()
{
    QFETCH(QStringList, names);
    QList<Job> jobs;
    for (const QString &name : names)
        jobs.append(named(name));
    QTEST(stemsOf(jobs), "expected");
}

void TestFileName::typesDontClash()
{
    // Images and videos go to different folders.
    QCOMPARE(stemsOf({named(u"a"_s), named(u"a"_s, MediaType::Video), named(u"a"_s)}),
             QStringList({u"a"_s, u"a"_s, u"a_2"_s}));
}

void TestFileName::manyOfTheSameName()
{
    QList<Job> jobs;
    for (int i = 0; i < 10'000; ++i)
        jobs.append(named(u"同名"_s));
    const QStringList stems = stemsOf(jobs);
    QCOMPARE(QSet<QString>(stems.begin(), stems.end()).size(), jobs.size());
    QCOMPARE(stems.last(), u"同名_10000"_s);
    QCOMPARE(stemsOf(jobs), stems);
}

QTEST_APPLESS_MAIN(TestFileName)
#include "test_filename.moc"
