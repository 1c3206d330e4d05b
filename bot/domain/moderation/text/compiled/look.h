/* The first look at a text: `look.look`. */

enum { PICTURE = 1, JOINER = 2 }; /* in `codes`, beside the codes of characters; 0 is unusual */
enum { LETTER = 1, UPPER = 2, UNMARKED = 4, DIGIT = 8, NAME = 16, UNSAID = 32, INTRICATE = 64, EDGE = 128 }; /* in `kinds` */
enum { /* as in signs.py */
    SIGNED = 1, LINKISH = 2, AT = 4, DIGITS = 8, CAPITALS = 16, PICTURES = 32, MIXED = 2048, LONG = 8192,
    EVERYBODY = 65536, MANY_PICTURES = 131072, LOUD = 262144,
};
enum { SURELY = 1, WITH_SLASH = 2, WITH_ENDING = 4 }; /* what patterns of links need besides */

/* Each character's class, shifted into a row of those before it, is a place in `found`. */
typedef struct {
    const uint8_t *classes, *found;
    unsigned shift, mask;
} Patterns;

typedef struct {
    PyObject *tables; /* keeps alive what the others point into */
    const uint8_t *codes, *words, *folds, *kinds, *chunks;
    const uint8_t *between;
    Py_ssize_t many_codes, many_between;
    Patterns hiding, linking, mixing;
    Set dots, endings;
    uint8_t begins_dot[256];
    int many_capitals, loud_share, many_pictures, number, gap, fewest_words, fewest_letters, long_text, many_lines;
} Eye;

typedef struct {
    Py_ssize_t length, pictures, joiners;
    int signs;
} Text;

/* Writes one byte for each character. Answers 0 for a text that has to be read closely. */
static int encode(const Eye *eye, PyObject *text, uint8_t *raw, Text *seen)
{
    int kind = PyUnicode_KIND(text), after_name = 0;
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), written = 0;
    for (Py_ssize_t at = 0; at < length; at++) {
        Py_UCS4 char_ = PyUnicode_READ(kind, data, at);
        uint8_t code = char_ < (Py_UCS4)eye->many_codes ? eye->codes[char_] : 0;
        if (code > JOINER) {
            after_name = eye->kinds[code] & NAME; /* nobody joins a letter to anything */
            raw[written++] = code;
        } else if (code == PICTURE) {
            after_name = 0;
            seen->pictures++;
            raw[written++] = '?';
        } else if (code == 0 || after_name) {
            return 0;
        } else {
            seen->joiners++;
        }
    }
    seen->length = written;
    return 1;
}

static int stands(const Eye *eye, const uint8_t *raw, const uint8_t *end, const char *word)
{
    for (; *word; word++, raw++)
        if (raw >= end || eye->folds[*raw] != (uint8_t)*word)
            return 0;
    return 1;
}

/* Finds what a sign tells together with what stands beside it. */
static int beside(const Eye *eye, const uint8_t *raw, const uint8_t *end, const uint8_t *begin)
{
    if (*raw == '@')
        return AT | (stands(eye, raw + 1, end, "here") || stands(eye, raw + 1, end, "everyone") ? EVERYBODY : 0);
    if (*raw == ':' && raw - begin >= 2 && stands(eye, raw - 2, end, "tg"))
        return LINKISH;
    return 0;
}

static int loudness(const Eye *eye, int capitals, int letters, int unsaid)
{
    if (capitals < eye->many_capitals)
        return 0;
    return unsaid || capitals * eye->loud_share >= letters ? CAPITALS | LOUD : CAPITALS;
}

typedef struct {
    int digits, less, slash, unsaid, signs, likely;
    const uint8_t *begin, *end, *chunk_end, *digit; /* of the text; of the last chunk with a dot; the last of them */
} Marks;

/* Says whether what stands between blanks may be a link: `look._is_likely`. */
static int is_likely(const Eye *eye, const uint8_t *start, const uint8_t *end)
{
    uint8_t ending[64];
    Py_ssize_t length = 0;
    for (const uint8_t *at = start; at < end; at++)
        if (eye->kinds[*at] & INTRICATE)
            return 1;
    while (start < end && eye->kinds[*start] & EDGE)
        start++;
    for (const uint8_t *at = start, *stop = end; at < stop; at++)
        if (*at == '?' || *at == '#')
            end = stop = at;
    while (end > start && eye->kinds[end[-1]] & EDGE)
        end--;
    for (const uint8_t *at = start; at < end; at++)
        if (*at == '.')
            start = at + 1;
    for (; start < end && length < (Py_ssize_t)sizeof(ending); start++)
        ending[length++] = eye->chunks[*start];
    return (length >= 4 && memcmp(ending, "xn--", 4) == 0) || (start == end && length && has(&eye->endings, ending, length));
}

static void note_dot(const Eye *eye, const uint8_t *at, Marks *marks)
{
    const uint8_t *start = at;
    if (at < marks->chunk_end)
        return;
    while (start > marks->begin && eye->chunks[start[-1]] != ' ')
        start--;
    while (at < marks->end && eye->chunks[*at] != ' ')
        at++;
    marks->chunk_end = at;
    marks->likely |= is_likely(eye, start, at);
}

/* Says whether so little stands between two digits that they are of one number. */
static int goes_on(const Eye *eye, const uint8_t *digit, const uint8_t *next)
{
    if (!digit || next - digit > eye->gap + 1)
        return 0;
    for (const uint8_t *at = digit + 1; at < next; at++)
        if (!memchr(eye->between, *at, eye->many_between))
            return 0;
    return 1;
}

static void note_mark(const Eye *eye, const uint8_t *at, Marks *marks)
{
    if (*at == '.')
        note_dot(eye, at, marks);
    marks->slash |= *at == '/';
    marks->less += *at == '<';
    marks->unsaid |= eye->kinds[*at] & UNSAID;
    marks->signs |= beside(eye, at, marks->end, marks->begin);
    if (eye->kinds[*at] & DIGIT) {
        marks->digits = goes_on(eye, marks->digit, at) ? marks->digits + 1 : 1;
        marks->digit = at;
        if (marks->digits >= eye->number)
            marks->signs |= DIGITS;
    }
}

/* Writes the folded letters with blanks between them, and finds the signs. */
static void look_at(const Eye *eye, const uint8_t *raw, Text *seen, uint8_t *restrict spaced)
{
    const Patterns hides = eye->hiding, links = eye->linking, mixes = eye->mixing;
    const uint8_t *words = eye->words, *kinds = eye->kinds, *end = raw + seen->length;
    unsigned hiding = 0, linking = 0, mixing = 0, hidden = 0, linked = 0, mixed = 0, letters = 0, capitals = 0;
    int lines = 1;
    Marks marks = {.begin = raw, .end = end};
    for (const uint8_t *at = raw; at < end; at++) {
        uint8_t code = *at, kind = kinds[code];
        *spaced++ = words[code];
        hidden |= hides.found[hiding = (hiding << hides.shift | hides.classes[code]) & hides.mask];
        linked |= links.found[linking = (linking << links.shift | links.classes[code]) & links.mask];
        mixed |= mixes.found[mixing = (mixing << mixes.shift | mixes.classes[code]) & mixes.mask];
        letters += kind & LETTER;
        capitals += kind & UPPER;
        lines += code == '\n';
        if (!(kind & UNMARKED))
            note_mark(eye, at, &marks);
    }
    seen->signs = marks.signs | loudness(eye, capitals / UPPER, letters, marks.unsaid);
    seen->signs |= hidden ? SIGNED : 0;
    seen->signs |= mixed ? SIGNED | MIXED : 0;
    if (seen->length + seen->joiners >= eye->long_text || lines >= eye->many_lines)
        seen->signs |= LONG;
    if (linked & SURELY || (linked & WITH_SLASH && marks.slash) || (linked & WITH_ENDING && marks.likely))
        seen->signs |= LINKISH;
    seen->signs |= seen->pictures || marks.less ? PICTURES : 0;
    seen->signs |= seen->pictures + marks.less >= eye->many_pictures ? MANY_PICTURES : 0;
}

#if PY_VERSION_HEX >= 0x030E0000
#define HASH_OF Py_HashBuffer
#else
#define HASH_OF _Py_HashBytes
#endif

/* Gives all letters as one number, as Python hashes bytes; None where two alphabets meet. Looks for dots in words. */
static PyObject *mark_of(const Eye *eye, const uint8_t *spaced, uint8_t *letters, Text *seen)
{
    Py_ssize_t words = 0, many = 0, start = 0;
    unsigned meet = 0;
    for (Py_ssize_t at = 0; at <= seen->length; at++) {
        if (at < seen->length && spaced[at] != ' ') {
            meet |= many ? letters[many - 1] ^ spaced[at] : 0;
            letters[many++] = spaced[at];
            continue;
        }
        if (at > start) {
            words++;
            if (at - start <= eye->dots.longest && eye->begins_dot[spaced[start]] && has(&eye->dots, spaced + start, at - start))
                seen->signs |= LINKISH;
        }
        start = at + 1;
    }
    if (meet & 128)
        Py_RETURN_NONE;
    if (words < eye->fewest_words && many < eye->fewest_letters)
        return PyLong_FromLong(0);
    return PyLong_FromSsize_t(HASH_OF(letters, many));
}

/* Gives the folded text where a sign may hide something in it, None for any other. */
static PyObject *signed_of(const Eye *eye, const uint8_t *raw, const Text *seen)
{
    if (!(seen->signs & SIGNED) || seen->joiners)
        Py_RETURN_NONE;
    PyObject *made = PyBytes_FromStringAndSize(NULL, seen->length);
    if (made)
        for (Py_ssize_t at = 0; at < seen->length; at++)
            PyBytes_AS_STRING(made)[at] = (char)eye->folds[raw[at]];
    return made;
}

static PyObject *look_with(const Eye *eye, PyObject *text, uint8_t *raw, uint8_t *letters)
{
    Text seen = {0};
    if (!encode(eye, text, raw, &seen))
        Py_RETURN_NONE;
    PyObject *spaced = PyBytes_FromStringAndSize(NULL, seen.length);
    if (!spaced)
        return NULL;
    look_at(eye, raw, &seen, (uint8_t *)PyBytes_AS_STRING(spaced));
    PyObject *mark = mark_of(eye, (const uint8_t *)PyBytes_AS_STRING(spaced), letters, &seen);
    PyObject *signed_ = mark ? signed_of(eye, raw, &seen) : NULL;
    if (!signed_) {
        Py_DECREF(spaced);
        Py_XDECREF(mark);
        return NULL;
    }
    return Py_BuildValue("(iNNN)", seen.signs, spaced, mark, signed_);
}

static PyObject *look(PyObject *self, PyObject *text)
{
    const Eye *eye = PyCapsule_GetPointer(self, NULL);
    uint8_t small[2048], *raw = small;
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text is looked at, not %R", text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (2 * length > (Py_ssize_t)sizeof(small))
        raw = PyMem_Malloc(2 * length);
    if (!raw)
        return PyErr_NoMemory();
    PyObject *told = look_with(eye, text, raw, raw + length);
    if (raw != small)
        PyMem_Free(raw);
    return told;
}
