/* The first look-up of all words of a text: whether any may hold something, and whether two are one. */

typedef struct {
    Set tokens, cut_ends, halves, squeezed, pairs, beginnings, skeletons, words, phrases, ordinary, masks;
    PyObject *tables;
    const uint8_t *stems, *stems_end; /* one a line */
    const uint8_t *masked, *shown;    /* the lines of `masks` and `skeletons`: what they hold follows its key */
    const uint8_t *masked_end;
    const uint8_t *kinds, *latin, *cyrillic;
    const uint16_t *letters;
    uint8_t begins[8192]; /* a bit for each two letters that a stem begins with */
    int longest, steps;
} Lists;

typedef struct {
    const uint8_t *letters;
    Py_ssize_t length;
    uint64_t hash;
    uint8_t is_suspect;
} Word;

static int may_begin(const uint8_t *bits, const uint8_t *two)
{
    return bits[(two[0] << 8 | two[1]) >> 3] >> (two[1] & 7) & 1;
}

static int has_stem(const Lists *lists, Word word)
{
    for (Py_ssize_t at = 0; at + 1 < word.length; at++) {
        if (!may_begin(lists->begins, word.letters + at))
            continue;
        for (const uint8_t *stem = lists->stems, *next; stem < lists->stems_end; stem = next + 1) {
            next = memchr(stem, '\n', lists->stems_end - stem);
            if (next - stem <= word.length - at && memcmp(stem, word.letters + at, next - stem) == 0)
                return 1;
        }
    }
    return 0;
}

static int is_cut(const Lists *lists, Word word)
{
    uint8_t key[5], half[256];
    Py_ssize_t length = word.length + 1, middle = length / 2, rest = length - middle;
    if (word.length < 3)
        return 0;
    memcpy(key, word.letters, 3);
    memcpy(key + 3, word.letters + word.length - 2, 2);
    if (!has(&lists->cut_ends, key, 5) || rest + 2 > (Py_ssize_t)sizeof(half))
        return 0;
    memcpy(half, word.letters, middle);
    half[middle] = '-';
    half[middle + 1] = word.letters[word.length - 1];
    if (has(&lists->halves, half, middle + 2))
        return 1;
    half[0] = word.letters[0];
    half[1] = '-';
    memcpy(half + 2, word.letters + word.length - rest, rest);
    return has(&lists->halves, half, rest + 2);
}

static int is_doubled(const Lists *lists, Word word)
{
    uint8_t once[256];
    Py_ssize_t length = 0;
    for (Py_ssize_t at = 0; at < word.length; at++)
        if (at == 0 || word.letters[at] != word.letters[at - 1]) {
            if (length == (Py_ssize_t)sizeof(once))
                return 0;
            once[length++] = word.letters[at];
        }
    return has(&lists->squeezed, once, length);
}

/* Says whether words from one to before another are in a set when they are written together. */
static int together(const Set *set, const Word *words, Py_ssize_t first, Py_ssize_t after)
{
    uint8_t glued[256];
    uint64_t hash = 0;
    Py_ssize_t length = 0;
    for (Py_ssize_t at = first; at < after; at++)
        length += words[at].length;
    if (length > set->longest || length > (Py_ssize_t)sizeof(glued) || !may_have(set, words[first].letters[0], length))
        return 0;
    for (Py_ssize_t at = first; at < after; at++)
        hash = joined(hash, words[at].hash, words[at].length);
    if (!tagged(set, hash, NULL))
        return 0;
    length = 0;
    for (Py_ssize_t at = first; at < after; at++) {
        memcpy(glued + length, words[at].letters, words[at].length);
        length += words[at].length;
    }
    return slot_of(set, glued, length, hash) != NULL;
}

/* Says whether two neighbours are a word that is not an everyday pair, or a phrase begins with them. */
static int say_something(const Lists *lists, const Word *words, Py_ssize_t at, Py_ssize_t many)
{
    uint8_t pair[256];
    Py_ssize_t left = words[at].length, length = left + 1 + words[at + 1].length;
    if (!together(&lists->pairs, words, at, at + 2))
        return 0;
    if (together(&lists->phrases, words, at, at + 2) || (at + 3 <= many && together(&lists->phrases, words, at, at + 3)))
        return 1;
    if (length > (Py_ssize_t)sizeof(pair) || !together(&lists->words, words, at, at + 2))
        return 0;
    memcpy(pair, words[at].letters, left);
    pair[left] = '-';
    memcpy(pair + left + 1, words[at + 1].letters, words[at + 1].length);
    return !has(&lists->ordinary, pair, length);
}

static int are_one(const Lists *lists, const Word *words, Py_ssize_t many)
{
    for (Py_ssize_t at = 0; at + 1 < many; at++) {
        if (say_something(lists, words, at, many))
            return 1;
        if (words[at].length > 1 || !(words[at + 1].length == 1 || (at + 2 < many && words[at + 2].length == 1)))
            continue;
        if (together(&lists->beginnings, words, at, at + 3 < many ? at + 3 : many) ||
            together(&lists->beginnings, words, at ? at - 1 : 0, at + 2))
            return 1;
    }
    return 0;
}

/* Finds the words of a text, and how many of them may hold something by themselves. */
static Py_ssize_t split(const Lists *lists, const uint8_t *text, Py_ssize_t size, Word *words, int *suspects)
{
    Py_ssize_t many = 0;
    for (Py_ssize_t start = 0, end; start < size; start = end + 1) {
        uint64_t hash = 0;
        unsigned begins = 0, twice = 0;
        for (end = start; end < size && text[end] != ' '; end++) {
            hash = (hash + text[end]) * FACTOR;
            if (end > start) {
                begins |= may_begin(lists->begins, text + end - 1);
                twice |= text[end] == text[end - 1];
            }
        }
        if (end == start)
            continue;
        Word word = {text + start, end - start, hash, 0};
        word.is_suspect = slot_of(&lists->tokens, word.letters, word.length, hash) || (begins && has_stem(lists, word)) ||
                          is_cut(lists, word) || (twice && is_doubled(lists, word));
        *suspects += word.is_suspect;
        words[many++] = word;
    }
    return many;
}

static PyObject *text_of(const Lists *lists, Word word)
{
    Py_UCS4 most = 127;
    for (Py_ssize_t at = 0; at < word.length; at++)
        most |= lists->letters[word.letters[at]];
    PyObject *text = PyUnicode_New(word.length, most);
    for (Py_ssize_t at = 0; text && at < word.length; at++)
        PyUnicode_WRITE(PyUnicode_KIND(text), PyUnicode_DATA(text), at, lists->letters[word.letters[at]]);
    return text;
}

static PyObject *suspects_of(const Lists *lists, const Word *words, Py_ssize_t many, int suspects)
{
    PyObject *found = PyList_New(0);
    for (Py_ssize_t at = 0; found && suspects && at < many; at++) {
        if (!words[at].is_suspect)
            continue;
        PyObject *text = text_of(lists, words[at]);
        if (!text || PyList_Append(found, text) < 0)
            Py_CLEAR(found);
        Py_XDECREF(text);
    }
    return found;
}
