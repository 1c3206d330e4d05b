/* The first look-up of what signs may hide: `within.SIGNS`, but that it may take something for hidden that is not. */

enum { NAMED = 1, INSTEAD = 2, ENDING = 4, MASK = 8, STAR = 16, PART = 32, MARK = 64, SPACE = 128 }; /* in `kinds` */
enum { SHORTEST_HIDDEN = 4, SHORTEST_PIECE = 3, LONGEST_PIECE = 48, MOST_MARKED = 16, LONGEST_TAG = 24 };

typedef struct {
    const Lists *lists;
    const uint8_t *text, *end;
    int steps; /* what is left of them; below nothing, somebody else has to look */
} Search;

static const uint8_t *past(const Search *search, const uint8_t *at, int kinds)
{
    while (at < search->end && search->lists->kinds[*at] & kinds)
        at++;
    return at;
}

static int is(const Search *search, const uint8_t *at, int kinds)
{
    return at < search->end && search->lists->kinds[*at] & kinds;
}

static int reads_as(const Search *search, const uint8_t *piece, Py_ssize_t length, const uint8_t *eye)
{
    uint8_t key[LONGEST_PIECE + 1];
    Py_ssize_t written = 0;
    for (Py_ssize_t at = 0; at < length; at++)
        if (at == 0 || eye[piece[at]] != eye[piece[at - 1]])
            key[written++] = eye[piece[at]];
    return has(&search->lists->skeletons, key, written);
}

/* Says whether some letters and signs are a listed word to the eye, as Latin or as Russian. */
static int is_leet(Search *search, const uint8_t *piece, const uint8_t *end)
{
    const uint8_t *core = end;
    int kinds = 0, foreign = 0;
    while (core > piece && search->lists->kinds[core[-1]] & ENDING)
        core--;
    for (const uint8_t *at = piece; at < core; at++) {
        kinds |= search->lists->kinds[*at];
        foreign |= *at >= 128;
    }
    if (!(kinds & INSTEAD) || core - piece < SHORTEST_PIECE || core - piece > LONGEST_PIECE)
        return 0;
    for (const uint8_t *stop = core; stop <= core + (core < end); stop++) {
        foreign |= stop > core && *core >= 128;
        search->steps -= 2 * foreign;
        if (reads_as(search, piece, stop - piece, search->lists->latin) ||
            (foreign && reads_as(search, piece, stop - piece, search->lists->cyrillic)))
            return 1;
    }
    return 0;
}

static int any_leet(Search *search)
{
    for (const uint8_t *at = search->text; at < search->end; at++) {
        const uint8_t *end = past(search, at, NAMED | INSTEAD);
        int kinds = 0;
        for (const uint8_t *one = at; one < end; one++)
            kinds |= search->lists->kinds[*one];
        if ((kinds & (NAMED | INSTEAD)) == (NAMED | INSTEAD) && is_leet(search, at, end))
            return 1;
        at = end;
    }
    return 0;
}

/* Says whether a listed word has these letters, whatever stands where a piece has signs. */
static int fits_any(Search *search, const uint8_t *piece, Py_ssize_t length, const uint8_t *words)
{
    Py_ssize_t head = past(search, piece, NAMED) - piece;
    int many = 0, alike = 0, found = 0;
    for (; !found && words[-1] != '\n'; words += length + 1) {
        Py_ssize_t at = 0;
        while (at < length && (words[at] == piece[at] || !(search->lists->kinds[piece[at]] & NAMED)))
            at++;
        found = at == length;
        alike += at >= head;
        many++;
    }
    search->steps -= 1 + many / 16 + alike / 2;
    return found;
}

static int is_masked(Search *search, const uint8_t *piece, const uint8_t *end)
{
    Py_ssize_t length = end - piece, head = past(search, piece, NAMED) - piece;
    int ends_so = search->lists->kinds[end[-1]] & NAMED;
    if (length > search->lists->longest || (!ends_so && head < 2))
        return 0;
    if (head >= SHORTEST_PIECE && !has(&search->lists->beginnings, piece, head))
        return 0;
    uint8_t key[16];
    int written = 0;
    key[written++] = piece[0];
    if (ends_so)
        key[written++] = end[-1];
    written += snprintf((char *)key + written, 8, "%d", (int)length);
    const Slot *slot = slot_of(&search->lists->masks, key, written, hash_of(key, written));
    return slot && fits_any(search, piece, length, search->lists->masked + slot->rest);
}

/* Gives the end of what begins with letters and goes on with signs in place of some; nothing where it does not. */
static const uint8_t *masked_end(const Search *search, const uint8_t *letters)
{
    const uint8_t *end = letters, *signs = past(search, end, MASK);
    while (signs > end && is(search, signs, NAMED)) {
        end = past(search, signs, NAMED);
        signs = past(search, end, MASK);
    }
    if (end > letters)
        return end;
    if (is(search, end, PART) && is(search, end + 1, NAMED))
        return past(search, end + 1, NAMED);
    return is(search, end, STAR) && is(search, end + 1, STAR) ? past(search, end, STAR) : NULL;
}

static int any_masked(Search *search)
{
    for (const uint8_t *at = search->text, *end; at < search->end && search->steps >= 0; at = end) {
        const uint8_t *letters = past(search, at, NAMED);
        end = letters > at ? masked_end(search, letters) : at + 1;
        if (!end)
            end = letters;
        else if (letters > at && is_masked(search, at, end))
            return 1;
    }
    return 0;
}

/* Gives the end of any markup that stands here; where it begins if there is none. */
static const uint8_t *past_marks(const Search *search, const uint8_t *at)
{
    for (;;) {
        if (is(search, at, MARK)) {
            at++;
            continue;
        }
        if (at >= search->end || *at != '<')
            return at;
        const uint8_t *tag = at + 1;
        while (tag < search->end && *tag != '<' && *tag != '>' && !(search->lists->kinds[*tag] & SPACE) &&
               tag - at <= LONGEST_TAG)
            tag++;
        if (tag == at + 1 || tag >= search->end || *tag != '>')
            return at;
        at = tag + 1;
    }
}

static int any_marked(Search *search)
{
    uint8_t bare[256];
    for (const uint8_t *at = search->text; at < search->end; at++) {
        const uint8_t *end = past(search, at, NAMED), *next;
        Py_ssize_t length = 0;
        int marked = 0;
        for (; end > at; at = next, end = past(search, at, NAMED), marked++) {
            if (length + (end - at) <= (Py_ssize_t)sizeof(bare))
                memcpy(bare + length, at, end - at);
            length += end - at;
            next = past_marks(search, end);
            if (marked == MOST_MARKED || next == end || !is(search, next, NAMED))
                break;
        }
        if (marked && length >= SHORTEST_HIDDEN && length <= (Py_ssize_t)sizeof(bare) &&
            has(&search->lists->tokens, bare, length))
            return 1;
        if (end > at)
            at = end - 1;
    }
    return 0;
}

static int among_signs(const Lists *lists, const uint8_t *text, Py_ssize_t size)
{
    Search search = {lists, text, text + size, lists->steps};
    return any_leet(&search) || any_masked(&search) || any_marked(&search) || search.steps < 0;
}
