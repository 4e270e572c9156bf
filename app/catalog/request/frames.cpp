// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/reading/numbers.h"
#include "catalog/request/filling.h"
#include "catalog/request/forms.h"
#include "catalog/request/sizes.h"

#include <cmath>
#include <numeric>

namespace catalog {

using namespace Qt::StringLiterals;
using batch::Field;

namespace {

constexpr double wide = 16.0 / 9; ///< the usual shape of a video
constexpr QSize usualImage(batch::defaults::width, batch::defaults::height);
constexpr QSize usualVideo(1920, 1080); ///< batch::defaults::resolution at the usual shape
constexpr double longestSide = 1e6;     ///< px

QString reduced(int width, int height)
{
    const int divisor = std::max(1, std::gcd(width, height));
    return u"%1:%2"_s.arg(width / divisor).arg(height / divisor);
}

bool saysSides(const batch::Job &job)
{
    return job.width || job.height;
}

bool saysShape(const batch::Job &job)
{
    return job.aspectRatio && !job.aspectRatio->trimmed().isEmpty();
}

bool saysResolution(const batch::Job &job)
{
    return job.resolution && !job.resolution->trimmed().isEmpty();
}

/// The sides that the job says; a missing one follows from its shape, or is the usual one.
QSize sidesOf(const batch::Job &job, QSize usual)
{
    const double shape = saysShape(job) ? ratioIn(*job.aspectRatio).value_or(0) : 0;
    QSize sides(job.width.value_or(usual.width()), job.height.value_or(usual.height()));
    const auto side = [](double length) {
        return static_cast<int>(std::lround(std::clamp(length, 1.0, longestSide)));
    };
    if (shape > 0 && job.width && !job.height)
        sides.setHeight(side(*job.width / shape));
    else if (shape > 0 && job.height && !job.width)
        sides.setWidth(side(*job.height * shape));
    return sides;
}

class Frame
{
public:
    Frame(Filling &filling, const batch::Job &job, const Model &model)
        : m_filling(filling)
        , m_job(job)
        , m_own(model)
        , m_usual(usualSides())
    {
    }

    void fill()
    {
        if (saysSides(m_job))
            fillSides();
        if (saysShape(m_job))
            fillShape();
        if (saysResolution(m_job))
            fillResolution();
        fillDefaults();
    }

private:
    bool isVideo() const { return m_job.type == batch::MediaType::Video; }
    QSize sides() const { return sidesOf(m_job, m_usual); }
    Field sideField() const { return m_job.width ? Field::Width : Field::Height; }

    void fill(const Parameter &parameter, const QJsonValue &value, Field field)
    {
        m_filling.fill(parameter.name, value, field);
    }

    /// What holds where the job says nothing of width and height: the model's own defaults, or the
    /// article's.
    QSize usualSides() const
    {
        const QSize article = isVideo() ? usualVideo : usualImage;
        if (m_own.size) {
            const auto own = sidesIn(m_own.size->defaultValue.toString());
            return own.value_or(article);
        }
        const auto side = [](const Parameter *parameter, int otherwise) {
            const auto own = parameter ? toNumber(parameter->defaultValue) : std::nullopt;
            return own && *own > 0 && *own <= longestSide ? static_cast<int>(*own) : otherwise;
        };
        return {side(m_own.width, article.width()), side(m_own.height, article.height())};
    }

    void fillSides()
    {
        const QSize sides = this->sides();
        if (m_own.width || m_own.height) {
            fillSide(m_own.width, m_job.width, sides.width(), Field::Width);
            fillSide(m_own.height, m_job.height, sides.height(), Field::Height);
        } else if (m_own.size) {
            fill(*m_own.size, sizeForm(*m_own.size, sides), sideField());
        } else if (m_own.aspectRatio && !saysShape(m_job) && sides.width() > 0
                   && sides.height() > 0) {
            fill(*m_own.aspectRatio,
                 ratioForm(*m_own.aspectRatio, shapeOf(sides),
                           reduced(sides.width(), sides.height())),
                 sideField());
        } else if (!isOfShape(sides)) {
            const QString taken = m_own.aspectRatio ? m_own.aspectRatio->name : QString();
            if (m_job.width)
                m_filling.leave(Field::Width, taken);
            if (m_job.height)
                m_filling.leave(Field::Height, taken);
        }
    }

    void fillSide(const Parameter *own, const std::optional<int> &said, int side, Field field)
    {
        if (said && own)
            fill(*own, numberForm(*own, *said), field);
        else if (said)
            m_filling.leave(field);
        else if (own && saysShape(m_job) && !m_own.aspectRatio)
            fill(*own, numberForm(*own, side), Field::AspectRatio);
        else if (own && !saysShape(m_job))
            m_filling.fillDefault(*own, numberForm(*own, side), field);
    }

    /// The job's own ratio says the same as these sides, and reaches the model.
    bool isOfShape(QSize sides) const
    {
        const auto shape = saysShape(m_job) ? ratioIn(*m_job.aspectRatio) : std::nullopt;
        return m_own.aspectRatio && shape && sides.width() > 0 && sides.height() > 0
            && sameShape(shapeOf(sides), *shape);
    }

    void fillShape()
    {
        const QString text = m_job.aspectRatio->trimmed();
        const auto shape = ratioIn(text);
        if (m_own.aspectRatio) {
            fill(*m_own.aspectRatio,
                 shape ? ratioForm(*m_own.aspectRatio, *shape, text)
                       : textForm(*m_own.aspectRatio, text),
                 Field::AspectRatio);
        } else if (!shape || (!m_own.size && !(m_own.width && m_own.height))) {
            m_filling.leave(Field::AspectRatio);
        } else if (saysSides(m_job)) {
            const QSize sides = this->sides();
            if (sides.height() <= 0 || std::abs(shapeOf(sides) / *shape - 1) > 0.05)
                m_filling.leave(Field::AspectRatio, (m_own.size ? m_own.size : m_own.width)->name);
        } else if (m_own.size) {
            fill(*m_own.size, sizeForm(*m_own.size, sizeOfShape(*shape)), Field::AspectRatio);
        } else {
            const QSize sides = offeredSides(*shape);
            fill(*m_own.width, numberForm(*m_own.width, sides.width()), Field::AspectRatio);
            fill(*m_own.height, numberForm(*m_own.height, sides.height()), Field::AspectRatio);
        }
    }

    void fillResolution()
    {
        const QString text = m_job.resolution->trimmed();
        const auto shortSide = shortSideOf(text);
        if (m_own.resolution) {
            fill(*m_own.resolution, resolutionForm(*m_own.resolution, text), Field::Resolution);
        } else if (!m_own.size || !shortSide) {
            m_filling.leave(Field::Resolution);
        } else if (saysSides(m_job)) {
            const QSize sides = this->sides();
            if (std::min(sides.width(), sides.height()) != *shortSide)
                m_filling.leave(Field::Resolution, m_own.size->name);
        } else if (!saysShape(m_job) || m_own.aspectRatio) {
            const auto said = saysShape(m_job) ? ratioIn(*m_job.aspectRatio) : std::nullopt;
            fill(*m_own.size,
                 sizeForm(*m_own.size, sizeOfShape(said.value_or(isVideo() ? wide : 1))),
                 Field::Resolution);
        }
    }

    /// The size of that shape that suits the job's resolution, or is nearest to what would hold
    /// if the job said nothing.
    QSize sizeOfShape(double shape) const
    {
        const auto shortSide =
            saysResolution(m_job) ? shortSideOf(*m_job.resolution) : std::nullopt;
        const auto found = offeredSize(*m_own.size, {shape, areaOf(m_usual), shortSide});
        if (found)
            return *found;
        if (shortSide)
            return sidesOfShortSide(shape, *shortSide);
        return isVideo() ? sidesOfShortSide(shape, std::min(m_usual.width(), m_usual.height()))
                         : sidesOfArea(shape, areaOf(m_usual));
    }

    /// The nearest to the usual area that the model allows.
    QSize offeredSides(double shape) const
    {
        const double area = areaOf(m_usual);
        const QSize ideal = sidesOfArea(shape, area);
        for (const double part : {1.0, 0.75, 0.5, 1.5, 2.0, 0.25, 4.0, 0.1, 8.0}) {
            const QSize sides = sidesOfArea(shape, area * part);
            if (sameShape(shapeOf(sides), shape)
                && fault(*m_own.width, numberForm(*m_own.width, sides.width())).isEmpty()
                && fault(*m_own.height, numberForm(*m_own.height, sides.height())).isEmpty())
                return sides;
        }
        return ideal;
    }

    void fillDefaults()
    {
        if (isVideo())
            fillVideoDefaults();
        else if (!isFrameSaid() && (m_own.width || m_own.height)) {
            fillSide(m_own.width, {}, m_usual.width(), Field::Width);
            fillSide(m_own.height, {}, m_usual.height(), Field::Height);
        } else if (!isFrameSaid() && m_own.size) {
            m_filling.fillDefault(*m_own.size, sizeForm(*m_own.size, m_usual), Field::Width);
        }
    }

    /// One default beside another word for the same would contradict it.
    bool isFrameSaid() const
    {
        const bool byResolution = (saysResolution(m_job) && (m_own.resolution || m_own.size))
            || m_filling.isInParams(CommonName::Resolution);
        return saysSides(m_job) || saysShape(m_job) || byResolution
            || m_filling.isInParams(CommonName::Size)
            || m_filling.isInParams(CommonName::AspectRatio);
    }

    void fillVideoDefaults()
    {
        const bool hasSides = m_own.size || m_own.width || m_own.height;
        if (m_own.resolution && !saysResolution(m_job) && !(saysSides(m_job) && hasSides)
            && !m_filling.isInParams(CommonName::Size)) {
            const QString usual = batch::defaults::resolution.toString();
            m_filling.fillDefault(*m_own.resolution, resolutionForm(*m_own.resolution, usual),
                                  Field::Resolution);
        } else if (m_own.size && !m_own.resolution && !isFrameSaid()) {
            m_filling.fillDefault(*m_own.size, sizeForm(*m_own.size, m_usual), Field::Resolution);
        }
    }

    Filling &m_filling;
    const batch::Job &m_job;
    const FrameParameters m_own;
    const QSize m_usual;
};

} // namespace

void fillFrame(Filling &filling, const batch::Job &job, const Model &model)
{
    Frame(filling, job, model).fill();
}

void fillFrame(Filling &filling, const batch::Job &job)
{
    const bool sizeIsInParams = filling.isInParams(CommonName::Size);
    if (saysShape(job))
        filling.fill(u"aspect_ratio"_s, *job.aspectRatio, Field::AspectRatio);
    if (job.type == batch::MediaType::Video) {
        if (saysResolution(job))
            filling.fill(u"resolution"_s, *job.resolution, Field::Resolution);
        else if (!sizeIsInParams)
            filling.fillDefault(u"resolution"_s, batch::defaults::resolution.toString(),
                                Field::Resolution);
        if (job.width && !filling.isInParams(CommonName::Width))
            filling.leave(Field::Width);
        if (job.height && !filling.isInParams(CommonName::Height))
            filling.leave(Field::Height);
        return;
    }
    if (saysResolution(job) && !filling.isInParams(CommonName::Resolution))
        filling.leave(Field::Resolution);
    if (job.width)
        filling.fill(u"width"_s, *job.width, Field::Width);
    if (job.height)
        filling.fill(u"height"_s, *job.height, Field::Height);
    const bool shapeAlone = saysShape(job) || filling.isInParams(CommonName::AspectRatio);
    if (saysSides(job) || (!sizeIsInParams && !shapeAlone)) {
        const QSize sides = sidesOf(job, usualImage); // half a size is none
        filling.fillDefault(u"width"_s, sides.width(), Field::Width);
        filling.fillDefault(u"height"_s, sides.height(), Field::Height);
    }
}

} // namespace catalog
