/* What models are told of a text, and what they make of its words: `features.spelt_of` and `weights.Weights`. */

enum { LONGEST_TOKEN = 64, FACTOR_OF_PAIRS = 0x9e3779b1u };

typedef struct {
    Py_ssize_t most;
    int longest;
    uint32_t salt, mask;
} Told;

/* Writes the word or sign that stands at a place, cut off if it is long; answers where the next one may stand. */
static Py_ssize_t token_at(const Told *told, PyObject *text, Py_ssize_t at, Py_UCS4 *token, int *written)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    *written = 0;
    while (at < length && Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at)))
        at++;
    for (; at < length && Py_UNICODE_ISALNUM(PyUnicode_READ(kind, data, at)); at++)
        if (*written < told->longest) {
            Py_UCS4 letter = PyUnicode_READ(kind, data, at);
            token[(*written)++] = letter >= '1' && letter <= '9' ? '0' : letter;
        }
    if (*written || at == length)
        return at;
    Py_UCS4 sign = PyUnicode_READ(kind, data, at);
    if (sign != '_')
        token[(*written)++] = sign;
    return at + 1;
}

/* Notes a word, and its pair with the one before it. */
static int note_token(const Told *told, PyObject *words, PyObject *pairs, PyObject *token, uint64_t *before)
{
    uint64_t own = number_of(token, told->salt);
    PyObject *pair = PyLong_FromUnsignedLong((*before * FACTOR_OF_PAIRS + own) >> 7 & told->mask);
    *before = own;
    int failed = !pair || PySet_Add(pairs, pair) < 0 || PyDict_SetItem(words, token, Py_None) < 0;
    Py_XDECREF(pair);
    return !failed;
}

static int spell(const Told *told, PyObject *text, PyObject *words, PyObject *pairs)
{
    Py_UCS4 token[LONGEST_TOKEN];
    Py_ssize_t at = 0, length = PyUnicode_GET_LENGTH(text);
    uint64_t before = 0;
    for (Py_ssize_t many = 0; at < length && many < told->most;) {
        int written;
        at = token_at(told, text, at, token, &written);
        if (!written)
            continue;
        PyObject *word = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, token, written);
        int noted = word && note_token(told, words, pairs, word, &before);
        Py_XDECREF(word);
        if (!noted)
            return 0;
        many++;
    }
    return 1;
}

/* Takes a text, and the numbers: how many words, of how many letters, the salt and the mask. */
static PyObject *spelt(PyObject *module, PyObject *args)
{
    PyObject *text, *found = NULL;
    Told told;
    int most;
    if (!PyArg_ParseTuple(args, "U(iiII)", &text, &most, &told.longest, &told.salt, &told.mask))
        return NULL;
    told.most = most;
    if (told.longest > LONGEST_TOKEN)
        return PyErr_Format(PyExc_ValueError, "words of %d letters are too long", told.longest);
    PyObject *words = PyDict_New(), *pairs = PyFrozenSet_New(NULL);
    if (words && pairs && spell(&told, text, words, pairs)) {
        PyObject *list = PyDict_Keys(words);
        PyObject *tokens = list ? PyList_AsTuple(list) : NULL;
        found = tokens ? PyTuple_Pack(2, tokens, pairs) : NULL;
        Py_XDECREF(list);
        Py_XDECREF(tokens);
    }
    Py_XDECREF(words);
    Py_XDECREF(pairs);
    return found;
}

enum { MOST_WEIGHED = 256, LONGEST_WEIGHED = 32, UNITS = 2 * LONGEST_WEIGHED + 2 /* of UTF-16, with the edges */ };

typedef struct {
    PyObject *weights, *known; /* bytes */
    uint32_t salt, mask, bits;
    int shortest;
    Told told;
} Weigher;

/* The different words and pairs of a text, by their numbers: places hold one more than what they stand for. */
typedef struct {
    uint16_t letters[MOST_WEIGHED * UNITS], begins[MOST_WEIGHED + 1]; /* of words one after the other, in their edges */
    uint16_t words[2 * MOST_WEIGHED];
    uint32_t numbers[MOST_WEIGHED], pairs[2 * MOST_WEIGHED];
    int many;
} Heard;

typedef struct {
    long total, many, unknown, telling;
} Weight;

static int tells(const Weigher *weigher, const Py_UCS4 *word, int length)
{
    int at = 0;
    while (at < length && Py_UNICODE_ISALPHA(word[at]))
        at++;
    return length >= weigher->shortest && at == length;
}

static int is_known(const Weigher *weigher, uint32_t number)
{
    const uint8_t *known = (const uint8_t *)PyBytes_AS_STRING(weigher->known);
    uint32_t one = number % weigher->bits;
    uint32_t other = (uint64_t)number * FACTOR_OF_PAIRS >> 9 & (weigher->bits - 1);
    return known[one >> 3] >> (one & 7) & 1 && known[other >> 3] >> (other & 7) & 1;
}

static int is_new_pair(Heard *heard, uint32_t number)
{
    uint32_t at = number % (2 * MOST_WEIGHED);
    for (; heard->pairs[at]; at = (at + 1) % (2 * MOST_WEIGHED))
        if (heard->pairs[at] == number + 1)
            return 0;
    heard->pairs[at] = number + 1;
    return 1;
}

/* Puts the word that was written last among the others; answers whether it is new. */
static int is_new_word(Heard *heard, uint32_t number)
{
    uint32_t at = number % (2 * MOST_WEIGHED);
    const uint16_t *word = heard->letters + heard->begins[heard->many];
    int length = heard->begins[heard->many + 1] - heard->begins[heard->many];
    for (; heard->words[at]; at = (at + 1) % (2 * MOST_WEIGHED)) {
        int other = heard->words[at] - 1, begin = heard->begins[other];
        if (heard->numbers[other] == number && heard->begins[other + 1] - begin == length &&
            memcmp(heard->letters + begin, word, length * sizeof(*word)) == 0)
            return 0;
    }
    heard->numbers[heard->many] = number;
    heard->words[at] = (uint16_t)++heard->many;
    return 1;
}

/* Writes a word behind the others, between its edges; answers with its number. */
static uint32_t put_down(Heard *heard, const Py_UCS4 *token, int length, uint32_t salt)
{
    uint16_t *letters = heard->letters + heard->begins[heard->many], *end = letters;
    uint32_t crc = ~salt;
    *end++ = '<';
    for (int at = 0; at < length; at++)
        end += units_of(token[at], end);
    for (uint16_t *letter = letters + 1; letter < end; letter++)
        crc = crc_of(crc, *letter);
    *end++ = '>';
    heard->begins[heard->many + 1] = (uint16_t)(end - heard->letters);
    return ~crc;
}

static void weigh_word(const Weigher *weigher, const Heard *heard, uint32_t number, int tells, Weight *weight)
{
    uint32_t found[UNITS * LONGEST_PART];
    const uint8_t *weights = (const uint8_t *)PyBytes_AS_STRING(weigher->weights);
    int begin = heard->begins[heard->many - 1], parts = 0;
    if (tells)
        parts = parts_in(heard->letters + begin, heard->begins[heard->many] - begin, weigher->mask, found);
    weight->total += weights[number & weigher->mask];
    for (int at = 0; at < parts; at++)
        weight->total += weights[found[at]];
    weight->many += 1 + parts;
    weight->telling += tells;
    weight->unknown += tells && !is_known(weigher, number);
}

static Weight weight_of(const Weigher *weigher, PyObject *text)
{
    Heard heard;
    Weight weight = {0};
    Py_UCS4 token[LONGEST_TOKEN];
    const uint8_t *weights = (const uint8_t *)PyBytes_AS_STRING(weigher->weights);
    Py_ssize_t at = 0, length = PyUnicode_GET_LENGTH(text);
    uint64_t before = 0;
    memset(heard.words, 0, sizeof(heard.words));
    memset(heard.pairs, 0, sizeof(heard.pairs));
    heard.begins[0] = heard.many = 0;
    for (Py_ssize_t many = 0; at < length && many < weigher->told.most;) {
        int written;
        at = token_at(&weigher->told, text, at, token, &written);
        if (!written)
            continue;
        uint32_t own = put_down(&heard, token, written, weigher->salt);
        uint32_t pair = (before * FACTOR_OF_PAIRS + own) >> 7 & weigher->mask;
        before = own;
        if (is_new_pair(&heard, pair))
            weight.total += weights[pair], weight.many++;
        if (is_new_word(&heard, own))
            weigh_word(weigher, &heard, own, tells(weigher, token, written), &weight);
        many++;
    }
    return weight;
}

/* Takes a text. Gives the sum of the bytes of all parts of its words, and of its pairs, and how many those are; how many
   words no training text held, and how many could tell. */
static PyObject *weighed(PyObject *self, PyObject *text)
{
    const Weigher *weigher = PyCapsule_GetPointer(self, NULL);
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text is weighed, not %R", text);
    Weight weight = weight_of(weigher, text);
    return Py_BuildValue("(llll)", weight.total, weight.many, weight.unknown, weight.telling);
}

static void drop_weigher(PyObject *self)
{
    Weigher *weigher = PyCapsule_GetPointer(self, NULL);
    Py_DECREF(weigher->weights);
    Py_DECREF(weigher->known);
    PyMem_Free(weigher);
}
