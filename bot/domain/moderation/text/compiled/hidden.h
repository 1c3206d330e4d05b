/* The first look-up of what signs may hide: `within.SIGNS`, but that it may take something for hidden that is not.

   Chunks in which that is so are noted by where they begin. */

enum { NAMED = 1, INSTEAD = 2, ENDING = 4, MASK = 8, STAR = 16, PART = 32, MARK = 64, SPACE = 128 }; /* in `kinds` */
enum { SHORTEST_HIDDEN = 4, SHORTEST_PIECE = 3, LONGEST_PIECE = 48, MOST_MARKED = 16, LONGEST_TAG = 24, FOR_RUNS = 4 };

typedef struct {
    const Lists *lists;
    const uint8_t *text, *end;
    uint8_t *chunks;                  /* a mark for each place where a chunk begins in which something is hidden */
    const uint8_t *noted, *noted_end; /* the latest of them */
    int found;                        /* how many of them there are */
    int steps;                        /* what is left of them; below nothing, somebody else has to look */
} Search;

/* Notes the chunk that a place belongs to. */
static void note_chunk(Search *search, const uint8_t *at)
{
    if (at >= search->noted && at < search->noted_end)
        return;
    const uint8_t *end = at;
    while (at > search->text && !(search->lists->kinds[at[-1]] & SPACE))
        at--;
    while (end < search->end && !(search->lists->kinds[*end] & SPACE))
        end++;
    search->noted = at, search->noted_end = end;
    search->found += !search->chunks[at - search->text];
    search->chunks[at - search->text] = 1;
}

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

/* Reads how many words a line of `skeletons` stands for. */
static int number_at(const uint8_t *text)
{
    int number = 0;
    for (; *text >= '0' && *text <= '9' && number < 10000; text++)
        number = 10 * number + *text - '0';
    return number;
}

/* Says how many listed words some letters and signs are to the eye. */
static int reads_as(Search *search, const uint8_t *piece, Py_ssize_t length, const uint8_t *eye)
{
    uint8_t key[LONGEST_PIECE + 1];
    Py_ssize_t written = 0;
    for (Py_ssize_t at = 0; at < length; at++)
        if (at == 0 || eye[piece[at]] != eye[piece[at - 1]])
            key[written++] = eye[piece[at]];
    const Slot *slot = slot_of(&search->lists->skeletons, key, written, hash_of(key, written));
    if (slot)
        search->steps -= FOR_RUNS * number_at(search->lists->shown + slot->rest);
    return slot != NULL;
}

/* Says whether some letters and signs are a listed word to the eye, as Latin or as Russian. */
static int reads_as_any(Search *search, const uint8_t *piece, Py_ssize_t length)
{
    uint8_t joined[LONGEST_PIECE + 1];
    Py_ssize_t written = 0;
    int foreign = 0, found = reads_as(search, piece, length, search->lists->latin);
    for (Py_ssize_t at = 0; at < length; at++) {
        int twice = piece[at] == 'v' && at + 1 < length && piece[at + 1] == 'v'; /* two for one */
        joined[written++] = twice ? 'w' : piece[at];
        foreign |= piece[at] >= 128;
        at += twice;
    }
    if (foreign)
        found |= reads_as(search, piece, length, search->lists->cyrillic);
    if (written == length)
        return found;
    found |= reads_as(search, joined, written, search->lists->latin);
    return foreign ? found | reads_as(search, joined, written, search->lists->cyrillic) : found;
}

static int is_leet(Search *search, const uint8_t *piece, const uint8_t *end)
{
    const uint8_t *core = end;
    int kinds = 0, alphabets = 0, twice = 0, found = 0;
    while (core > piece && search->lists->kinds[core[-1]] & ENDING)
        core--;
    for (const uint8_t *at = piece; at < core; at++) {
        kinds |= search->lists->kinds[*at];
        alphabets |= *at >= 128 ? 2 : 1;
        twice |= *at == 'v' && at + 1 < core && at[1] == 'v';
    }
    if (core - piece < SHORTEST_PIECE || core - piece > LONGEST_PIECE || !(kinds & INSTEAD || alphabets == 3 || twice))
        return 0;
    for (const uint8_t *stop = core; stop <= core + (core < end); stop++)
        found |= reads_as_any(search, piece, stop - piece);
    return found;
}

static void find_leet(Search *search)
{
    for (const uint8_t *at = search->text; at < search->end && search->steps >= 0; at++) {
        const uint8_t *end = past(search, at, NAMED | INSTEAD);
        if (end > at && is_leet(search, at, end))
            note_chunk(search, at);
        at = end;
    }
}

/* Says whether a listed word has these letters, whatever stands where a piece has signs. */
static int fits_any(Search *search, const uint8_t *piece, Py_ssize_t length, const uint8_t *words)
{
    Py_ssize_t head = past(search, piece, NAMED) - piece;
    int many = 0, alike = 0, found = 0;
    for (; !found && words[-1] != '\n' && words + length <= search->lists->masked_end; words += length + 1) {
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

/* Says whether this is two single letters with a part between them, which is no word: the second one may begin another. */
static int are_single(const Search *search, const uint8_t *at, const uint8_t *end)
{
    if (end != at + 3 || !is(search, at + 1, PART))
        return 0;
    return at == search->text || !(at[-1] == '_' || Py_UNICODE_ISALNUM(search->lists->letters[at[-1]]));
}

static void find_masked(Search *search)
{
    for (const uint8_t *at = search->text, *end; at < search->end && search->steps >= 0; at = end) {
        const uint8_t *letters = past(search, at, NAMED);
        end = letters > at ? masked_end(search, letters) : at + 1;
        if (!end || (letters == at + 1 && are_single(search, at, end)))
            end = letters;
        else if (letters > at && is_masked(search, at, end))
            note_chunk(search, at);
    }
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

static void find_marked(Search *search)
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
            note_chunk(search, at);
        if (end > at)
            at = end - 1;
    }
}

/* Gives the chunks as slices of the text. */
static PyObject *chunks_of(const Search *search)
{
    PyObject *found = PyList_New(0);
    for (const uint8_t *at = search->text; found && at < search->end; at++) {
        if (!search->chunks[at - search->text])
            continue;
        const uint8_t *end = at;
        while (end < search->end && !(search->lists->kinds[*end] & SPACE))
            end++;
        PyObject *start = PyLong_FromSsize_t(at - search->text), *stop = PyLong_FromSsize_t(end - search->text);
        PyObject *slice = start && stop ? PySlice_New(start, stop, NULL) : NULL;
        Py_XDECREF(start);
        Py_XDECREF(stop);
        if (!slice || PyList_Append(found, slice) < 0)
            Py_CLEAR(found);
        Py_XDECREF(slice);
        at = end;
    }
    return found;
}

/* Gives the chunks in which signs may hide something; None where all of them have to be looked at. */
static PyObject *among_signs(const Lists *lists, PyObject *signed_, int *hides)
{
    uint8_t small[2048] = {0};
    Py_ssize_t size = PyBytes_GET_SIZE(signed_);
    const uint8_t *text = (const uint8_t *)PyBytes_AS_STRING(signed_);
    Search search = {lists, text, text + size, small, NULL, NULL, 0, lists->steps};
    if (size >= (Py_ssize_t)sizeof(small))
        search.chunks = PyMem_Calloc(size + 1, 1);
    if (!search.chunks)
        return PyErr_NoMemory();
    find_leet(&search);
    find_masked(&search);
    find_marked(&search);
    *hides = search.found || search.steps < 0;
    PyObject *found = search.steps < 0 ? Py_NewRef(Py_None) : search.found ? chunks_of(&search) : PyList_New(0);
    if (search.chunks != small)
        PyMem_Free(search.chunks);
    return found;
}
