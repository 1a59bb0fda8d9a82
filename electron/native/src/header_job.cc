#include "header_job.h"

#include <algorithm>
#include <utility>

#include "output_pages.h"
#include "prefetch.h"

namespace crossline {
namespace {

constexpr size_t kBlockHeaders = 8192;
// Between two looks at the abort flag: on a cold disk a header takes a millisecond.
constexpr size_t kHeadersPerLook = 64;
constexpr int64_t kLineBytes = 64;
// Headers ahead of the one whose words are stored. The first line of each is fetched earlier than the others: to find its page
// takes longer than the line itself. 200,000 headers of 13 words: 9 ms, 14 ms with all lines 8 ahead, 23 ms without.
constexpr size_t kFirstLineAhead = 24;
constexpr size_t kLinesAhead = 12;

// A line from memory, and storing a word of one that is there.
constexpr double kLineNs = 6;
constexpr double kWordNs = 1;

// Where a header begins within its cache line differs from one to the next, so the first and the last byte of each stretch
// of words are fetched, and every 64th between them. Words more than a line apart are stretches of their own.
std::vector<int64_t> LinesOf(const std::vector<HeaderWord>& words) {
  std::vector<std::pair<int64_t, int64_t>> stretches;
  for (const HeaderWord& word : words) {
    stretches.emplace_back(word.position, word.position + static_cast<int64_t>(WordBytes(word.type)) - 1);
  }
  std::sort(stretches.begin(), stretches.end());
  std::vector<int64_t> lines;
  for (size_t i = 0; i < stretches.size();) {
    const int64_t first = stretches[i].first;
    int64_t last = stretches[i].second;
    for (++i; i < stretches.size() && stretches[i].first - last <= kLineBytes; ++i) {
      last = std::max(last, stretches[i].second);
    }
    for (int64_t at = first; at < last; at += kLineBytes) lines.push_back(at);
    lines.push_back(last);
  }
  return lines;
}

double EstimateNs(size_t count, const std::vector<HeaderWord>& words) {
  const double header_ns =
      kLineNs * static_cast<double>(LinesOf(words).size()) + kWordNs * static_cast<double>(words.size());
  return static_cast<double>(count) * header_ns;
}

size_t ElementBytes(const HeaderWord& word) {
  return word.column == ColumnType::kInt32 ? sizeof(int32_t) : sizeof(double);
}

}  // namespace

HeaderJob::HeaderJob(std::shared_ptr<MappedFile> file, Places places, bool big_endian, std::vector<HeaderWord> words,
                     const int32_t* abort_flag)
    : MappedJob(std::move(file), (places.count + kBlockHeaders - 1) / kBlockHeaders,
                SharesFor(EstimateNs(places.count, words)), abort_flag),
      places_(std::move(places)),
      big_endian_(big_endian),
      words_(std::move(words)),
      lines_(LinesOf(words_)) {}

void HeaderJob::RunBlock(size_t block, ShareReport* report) {
  const uint64_t started = NowNs();
  const size_t first = block * kBlockHeaders;
  const size_t end = std::min(first + kBlockHeaders, places_.count);
  if (words_.empty()) return;
  for (const HeaderWord& word : words_) {
    const size_t bytes = ElementBytes(word);
    PrepareOutput(static_cast<uint8_t*>(word.into) + first * bytes, (end - first) * bytes);
  }
  for (size_t i = first; i < end && !is_aborted(); i += kHeadersPerLook) {
    StoreHeaders(i, std::min(i + kHeadersPerLook, end));
  }
  report->read_ns += NowNs() - started;
}

void HeaderJob::StoreHeaders(size_t first, size_t end) const {
  const EvenPlaces even(file().data(), places_);
  const ListedPlaces listed(file().data(), places_);
  const bool is_even = places_.offsets.empty();
  if (big_endian_) {
    is_even ? StoreHeadersAt<true>(even, first, end) : StoreHeadersAt<true>(listed, first, end);
  } else {
    is_even ? StoreHeadersAt<false>(even, first, end) : StoreHeadersAt<false>(listed, first, end);
  }
}

template <bool kSwap, typename PlacesAt>
void HeaderJob::StoreHeadersAt(const PlacesAt& places, size_t first, size_t end) const {
  const HeaderWord* const words = words_.data();
  const size_t word_count = words_.size();
  const int64_t* const lines = lines_.data();
  const size_t line_count = lines_.size();
  for (size_t i = first; i < end; ++i) {
    if (i % kPagesPerSearch == 0) Prefetch(places.Ahead(i + kPageAhead) + lines[0]);
    Prefetch(places.Ahead(i + kFirstLineAhead) + lines[0]);
    const uint8_t* const ahead = places.Ahead(i + kLinesAhead);
    for (size_t n = 1; n < line_count; ++n) Prefetch(ahead + lines[n]);
    const uint8_t* const header = places.At(i);
    for (size_t n = 0; n < word_count; ++n) StoreWord<kSwap>(header, words[n], i);
  }
}

}  // namespace crossline
