/* The parts of a word: `features.parts_of`, with the CRC-32 that zlib takes. */

enum { LONGEST_WORD = 64, SHORTEST_PART = 2, LONGEST_PART = 5, FEWEST_PLACES = 64, PLACES = 1024 };

/* What each byte adds, and what it adds when another one follows: both bytes of a letter are looked up at once. */
static uint32_t crc_first[256], crc_last[256];

static void make_crc(void)
{
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t value = byte;
        for (int bit = 0; bit < 8; bit++)
            value = value & 1 ? value >> 1 ^ 0xedb88320u : value >> 1;
        crc_last[byte] = value;
    }
    for (uint32_t byte = 0; byte < 256; byte++)
        crc_first[byte] = crc_last[crc_last[byte] & 255] ^ crc_last[byte] >> 8;
}

static uint32_t crc_of(uint32_t crc, uint16_t letter)
{
    uint32_t both = crc ^ letter;
    return crc_first[both & 255] ^ crc_last[both >> 8 & 255] ^ crc >> 16;
}

/* Writes a character as UTF-16; answers how many units that takes. */
static int units_of(Py_UCS4 letter, uint16_t *units)
{
    units[0] = (uint16_t)letter;
    if (letter <= 0xffff)
        return 1;
    units[0] = (uint16_t)(0xd800 + ((letter - 0x10000) >> 10));
    units[1] = (uint16_t)(0xdc00 + ((letter - 0x10000) & 0x3ff));
    return 2;
}

/* Writes a word as UTF-16 between its edges; answers how long that is, 0 for a word that is too long. */
static int edged(PyObject *word, uint16_t *letters)
{
    int written = 0;
    letters[written++] = '<';
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(word); at++) {
        written += units_of(PyUnicode_READ_CHAR(word, at), letters + written);
        if (written > LONGEST_WORD)
            return 0;
    }
    letters[written++] = '>';
    return written;
}

/* Puts a number where it belongs unless it is there; answers whether it is new. */
static int is_new(uint32_t *places, uint32_t last, uint32_t number)
{
    uint32_t at = number & last;
    for (; places[at]; at = (at + 1) & last)
        if (places[at] == number + 1)
            return 0;
    places[at] = number + 1;
    return 1;
}

/* The number of a word, as `features.number_of` takes it. */
static uint32_t number_of(PyObject *word, uint32_t salt)
{
    uint32_t crc = ~salt;
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(word); at++) {
        uint16_t units[2];
        int many = units_of(PyUnicode_READ_CHAR(word, at), units);
        for (int unit = 0; unit < many; unit++)
            crc = crc_of(crc, units[unit]);
    }
    return ~crc;
}

/* Writes the different numbers of the parts of a word between its edges; answers how many they are. */
static int parts_in(const uint16_t *letters, int length, uint32_t mask, uint32_t *found)
{
    uint32_t places[PLACES], last = FEWEST_PLACES;
    int written = 0;
    while (last < (uint32_t)(2 * (LONGEST_PART - 1) * length)) /* twice as many as there can be */
        last *= 2;
    memset(places, 0, last * sizeof(*places));
    last--;
    for (int start = 0; start < length; start++) {
        uint32_t crc = 0xffffffffu;
        for (int at = start; at < length && at < start + LONGEST_PART; at++) {
            crc = crc_of(crc, letters[at]);
            if (at - start + 1 >= SHORTEST_PART && is_new(places, last, ~crc & mask))
                found[written++] = ~crc & mask;
        }
    }
    return written;
}

/* Takes a word and the mask of numbers. */
static PyObject *parts(PyObject *module, PyObject *const *args, Py_ssize_t many)
{
    uint16_t letters[LONGEST_WORD + 4];
    uint32_t found[LONGEST_WORD * LONGEST_PART];
    if (many != 2 || !PyUnicode_Check(args[0]) || !PyLong_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "a word and a mask have parts");
        return NULL;
    }
    int length = edged(args[0], letters);
    if (!length)
        Py_RETURN_NONE;
    int written = parts_in(letters, length, (uint32_t)PyLong_AsUnsignedLongMask(args[1]), found);
    PyObject *numbers = PyTuple_New(written);
    for (int at = 0; numbers && at < written; at++) {
        PyObject *number = PyLong_FromUnsignedLong(found[at]);
        if (!number)
            Py_CLEAR(numbers);
        else
            PyTuple_SET_ITEM(numbers, at, number);
    }
    return numbers;
}
