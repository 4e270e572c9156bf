// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet/reading/headings.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sheet {

namespace {

struct Words
{
    const char16_t *key;
    const char16_t *headings; ///< in small letters, without blanks, `_` and `-`
};

constexpr Words words[] = {
    {u"name",
     u"name jobname job filename 名稱 名称 名字 檔名 檔案名稱 文件名 文件名称 作業名稱 任務名稱 "
     u"任务名称 ファイル名 名前"},
    {u"type", u"type mediatype kind media 類型 类型 種類 种类 媒體類型 媒体类型 タイプ"},
    {u"model", u"model modelid modelname 模型 模型名稱 模型名称 使用模型 モデル"},
    {u"prompt",
     u"prompt prompts prompttext imageprompt videoprompt 提示詞 提示词 提示 提示語 提示语 "
     u"提示文字 咒語 咒语 描述詞 描述词 圖片提示詞 图片提示词 影片提示詞 视频提示词 "
     u"プロンプト"},
    {u"width", u"width w imagewidth 寬 寬度 宽 宽度 圖寬 图宽 横幅 幅"},
    {u"height", u"height h imageheight 高 高度 圖高 图高 高さ"},
    {u"size",
     u"size imagesize dimensions pixels width×height 寬×高 宽×高 尺寸 圖片尺寸 图片尺寸 像素 "
     u"サイズ"},
    {u"aspect_ratio",
     u"aspectratio aspect ratio ar 長寬比 长宽比 寬高比 宽高比 比例 畫面比例 画面比例 縱橫比 "
     u"纵横比 アスペクト比"},
    {u"duration",
     u"duration seconds secs sec length lengthinseconds 長度秒數 秒數 秒数 秒 長度 长度 時長 时长 "
     u"影片長度 "
     u"视频长度 "
     u"時間長度 时间长度"},
    {u"resolution", u"resolution 解析度 分辨率 畫質 画质 清晰度 解像度"},
    {u"seed", u"seed 種子 种子 種子碼 隨機種子 随机种子 シード"},
    {u"negative_prompt",
     u"negativeprompt negative 負面提示詞 负面提示词 負向提示詞 负向提示词 反向提示詞 "
     u"反向提示词 負面提示 负面提示 反向提示 ネガティブプロンプト"},
    {u"image",
     u"image picture imagefile inputimage startimage sourceimage referenceimage firstframe 圖片 "
     u"图片 圖像 图像 照片 參考圖 参考图 參考圖片 参考图片 起始圖片 起始图片 首幀 首帧 輸入圖片 "
     u"输入图片 画像"},
    {u"image_url",
     u"imageurl imagelink pictureurl imageaddress 圖片網址 图片网址 圖片連結 图片链接 圖片url "
     u"图片url"},
    {u"count",
     u"count takes numberoftakes 鏡次 鏡次數量 張數 张数 每項張數 次數 次数 件數 件数 份數 份数 "
     u"生成次數"},
    {u"enabled", u"enabled 啟用 启用 已啟用 納入執行 有効"},
    {u"max_wait",
     u"maxwait longestwaitinseconds 最長等待 最长等待 最長等待秒數 最長等待時間 最久等待 "
     u"最久等待秒數"},
    {u"max_retries", u"maxretries furtherattempts 重試次數 重试次数 再試次數 額外嘗試 再次嘗試"},
};

QHash<QString, QString> readWords()
{
    QHash<QString, QString> keys;
    for (const Words &one : words) {
        const QString key = QString::fromUtf16(one.key);
        for (const QString &heading : QString::fromUtf16(one.headings).split(u' '))
            keys.insert(heading, key);
    }
    return keys;
}

/// A heading without what people put around the word itself: units, stars, colons, blanks.
QString bare(const QString &heading)
{
    static const QRegularExpression unit(
        u"[(\\[](px|pixels?|s|sec|secs|seconds?|秒|像素|画素)[)\\]]"_s);
    static const QRegularExpression around(u"[\\s_\\-*:#]"_s);
    QString word = heading.normalized(QString::NormalizationForm_KC).toCaseFolded();
    return word.remove(unit).remove(around);
}

} // namespace

QString keyOfHeading(const QString &heading)
{
    static const QHash<QString, QString> keys = readWords();
    return keys.value(bare(heading));
}

QString parameterOfHeading(const QString &heading)
{
    static const QRegularExpression parameter(
        u"^\\s*(?:params?|parameters?|參數|参数)\\s*[.:：\\s]\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return parameter.match(heading).captured(1);
}

QList<bool> standingColumns(const QStringList &header)
{
    static const QStringList costs{u"cost(usd)"_s, u"費用(usd)"_s};
    static const QStringList others{u"state"_s,      u"狀態"_s,   u"costisaguess"_s,
                                    u"費用為粗估"_s, u"result"_s, u"結果"_s};
    const bool isExport = std::any_of(header.begin(), header.end(), [](const QString &heading) {
        return costs.contains(bare(heading));
    });
    QList<bool> columns;
    for (const QString &heading : header)
        columns.append(isExport && (costs + others).contains(bare(heading)));
    return columns;
}

} // namespace sheet
