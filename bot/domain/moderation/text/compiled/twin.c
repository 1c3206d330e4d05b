/* The compiled twin of `look.look`, of what `glance.py` asks of all words of a text first, and of `features.py`.
   What is written there is what it means, and a test shows that both say the same.

   Letters, signs, patterns and words are tables that Python hands over, so that nothing about any language is written
   here. Nothing is remembered from one text to the next, and the GIL is held throughout. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdlib.h>

#include "sets.h"

#include "look.h"

#include "words.h"

#include "hidden.h"

#include "parts.h"

#include "models.h"

/* Gives what `glance.Told` says; most often that is None. */
static PyObject *told_of(const Lists *lists, PyObject *spaced, PyObject *signed_, Word *words)
{
    int suspects = 0, hides = 0;
    Py_ssize_t many = split(lists, (uint8_t *)PyBytes_AS_STRING(spaced), PyBytes_GET_SIZE(spaced), words, &suspects);
    int one = are_one(lists, words, many);
    PyObject *chunks = signed_ == Py_None ? PyList_New(0) : among_signs(lists, signed_, &hides);
    if (!chunks)
        return NULL;
    if (!suspects && !one && !hides) {
        Py_DECREF(chunks);
        Py_RETURN_NONE;
    }
    PyObject *these = suspects_of(lists, words, many, suspects);
    PyObject *found = these ? PyTuple_Pack(3, these, one ? Py_True : Py_False, chunks) : NULL;
    Py_XDECREF(these);
    Py_DECREF(chunks);
    return found;
}

static PyObject *told(PyObject *self, PyObject *const *args, Py_ssize_t many)
{
    const Lists *lists = PyCapsule_GetPointer(self, NULL);
    Word small[256], *words = small;
    if (many != 2 || !PyBytes_Check(args[0]) || !(args[1] == Py_None || PyBytes_Check(args[1]))) {
        PyErr_SetString(PyExc_TypeError, "words, and a text with signs or None, are looked up");
        return NULL;
    }
    size_t most = PyBytes_GET_SIZE(args[0]) / 2 + 1;
    if (most > sizeof(small) / sizeof(Word))
        words = PyMem_Malloc(most * sizeof(Word));
    if (!words)
        return PyErr_NoMemory();
    PyObject *found = told_of(lists, args[0], args[1], words);
    if (words != small)
        PyMem_Free(words);
    return found;
}

static PyMethodDef LOOK = {"look", look, METH_O, "Give the signs, the words and the mark of a text."};
static PyMethodDef TOLD = {"told", (PyCFunction)(void (*)(void))told, METH_FASTCALL, "Say whether words or signs may hold something."};

static PyObject *method(PyMethodDef *definition, void *state, PyCapsule_Destructor drop)
{
    PyObject *self = PyCapsule_New(state, NULL, drop);
    PyObject *made = self ? PyCFunction_New(definition, self) : NULL;
    Py_XDECREF(self);
    return made;
}

static void drop_eye(PyObject *self)
{
    Eye *eye = PyCapsule_GetPointer(self, NULL);
    empty(&eye->dots);
    empty(&eye->endings);
    Py_DECREF(eye->tables);
    PyMem_Free(eye);
}

static const uint8_t *table(PyObject *tables, Py_ssize_t number)
{
    return (const uint8_t *)PyBytes_AS_STRING(PyTuple_GET_ITEM(tables, number));
}

static Patterns patterns(PyObject *tables, Py_ssize_t number, unsigned shift)
{
    unsigned mask = (unsigned)PyBytes_GET_SIZE(PyTuple_GET_ITEM(tables, number + 1)) - 1;
    return (Patterns){table(tables, number), table(tables, number + 1), shift, mask};
}

/* Says whether there are so many tables, and each is at least so long: nobody looks beyond the end of one. */
static int are_tables(PyObject *tables, const int *sizes, Py_ssize_t many)
{
    int right = PyTuple_GET_SIZE(tables) == many;
    for (Py_ssize_t at = 0; right && at < many; at++)
        right = PyBytes_Check(PyTuple_GET_ITEM(tables, at)) && PyBytes_GET_SIZE(PyTuple_GET_ITEM(tables, at)) >= sizes[at];
    if (right)
        return 1;
    PyErr_SetString(PyExc_TypeError, "these are not the tables that this twin was written for");
    return 0;
}

static PyObject *eye(PyObject *module, PyObject *args)
{
    static const int SIZES[] = {0, 256, 256, 256, 256, 1, 256, 1, 256, 1, 0, 256, 0, 0};
    PyObject *tables;
    int numbers[9];
    if (!PyArg_ParseTuple(args, "O!(iiiiiiiii)", &PyTuple_Type, &tables, numbers, numbers + 1, numbers + 2, numbers + 3,
                          numbers + 4, numbers + 5, numbers + 6, numbers + 7, numbers + 8) || !are_tables(tables, SIZES, 14))
        return NULL;
    Eye *made = PyMem_Calloc(1, sizeof(Eye));
    if (!made)
        return PyErr_NoMemory();
    made->tables = Py_NewRef(tables);
    made->codes = table(tables, 0), made->many_codes = PyBytes_GET_SIZE(PyTuple_GET_ITEM(tables, 0));
    made->words = table(tables, 1), made->folds = table(tables, 2), made->kinds = table(tables, 3);
    made->chunks = table(tables, 11);
    made->between = table(tables, 13), made->many_between = PyBytes_GET_SIZE(PyTuple_GET_ITEM(tables, 13));
    made->hiding = patterns(tables, 4, 4), made->linking = patterns(tables, 6, 3), made->mixing = patterns(tables, 8, 2);
    made->many_capitals = numbers[0], made->loud_share = numbers[1], made->many_pictures = numbers[2];
    made->number = numbers[3], made->gap = numbers[4];
    made->fewest_words = numbers[5], made->fewest_letters = numbers[6];
    made->long_text = numbers[7], made->many_lines = numbers[8];
    PyObject *look_ = method(&LOOK, made, drop_eye);
    if (look_ && !(fill(&made->dots, PyTuple_GET_ITEM(tables, 10)) && fill(&made->endings, PyTuple_GET_ITEM(tables, 12)))) {
        Py_DECREF(look_);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t at = 0; look_ && at < PyBytes_GET_SIZE(PyTuple_GET_ITEM(tables, 10)); at++)
        made->begins_dot[table(tables, 10)[at]] |= at == 0 || table(tables, 10)[at - 1] == '\n';
    return look_;
}

static Set *set_of(Lists *lists, int number)
{
    Set *sets[] = {&lists->tokens, &lists->cut_ends, &lists->halves, &lists->squeezed,
                   &lists->pairs, &lists->beginnings, &lists->skeletons, &lists->words,
                   &lists->phrases, &lists->ordinary, &lists->masks};
    return number < 11 ? sets[number] : NULL;
}

static void drop_lists(PyObject *self)
{
    Lists *lists = PyCapsule_GetPointer(self, NULL);
    for (int number = 0; set_of(lists, number); number++)
        empty(set_of(lists, number));
    Py_DECREF(lists->tables);
    PyMem_Free(lists);
}

static void note_stems(Lists *lists)
{
    const uint8_t *stop = lists->stems_end;
    for (const uint8_t *stem = lists->stems; stem < stop; stem = (const uint8_t *)memchr(stem, '\n', stop - stem) + 1)
        lists->begins[(stem[0] << 8 | stem[1]) >> 3] |= 1 << (stem[1] & 7);
}

static PyObject *lists(PyObject *module, PyObject *args)
{
    static const int SIZES[] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 256, 256, 256, 512};
    PyObject *tables;
    int longest, steps;
    if (!PyArg_ParseTuple(args, "O!(ii)", &PyTuple_Type, &tables, &longest, &steps) || !are_tables(tables, SIZES, 16))
        return NULL;
    PyObject *stems = PyTuple_GET_ITEM(tables, 11);
    if (PyBytes_GET_SIZE(stems) && PyBytes_AS_STRING(stems)[PyBytes_GET_SIZE(stems) - 1] != '\n')
        return PyErr_Format(PyExc_ValueError, "the last stem has no end");
    Lists *made = PyMem_Calloc(1, sizeof(Lists));
    if (!made)
        return PyErr_NoMemory();
    made->tables = Py_NewRef(tables);
    made->longest = longest, made->steps = steps;
    made->masked = table(tables, 10), made->shown = table(tables, 6);
    made->masked_end = made->masked + PyBytes_GET_SIZE(PyTuple_GET_ITEM(tables, 10));
    made->stems = table(tables, 11), made->stems_end = made->stems + PyBytes_GET_SIZE(PyTuple_GET_ITEM(tables, 11));
    made->kinds = table(tables, 12), made->latin = table(tables, 13), made->cyrillic = table(tables, 14);
    made->letters = (const uint16_t *)table(tables, 15);
    PyObject *told_ = method(&TOLD, made, drop_lists);
    int is_filled = told_ != NULL;
    for (int number = 0; is_filled && set_of(made, number); number++)
        is_filled = fill(set_of(made, number), PyTuple_GET_ITEM(tables, number));
    if (!is_filled) {
        Py_XDECREF(told_);
        return PyErr_NoMemory();
    }
    note_stems(made);
    return told_;
}

static PyMethodDef WEIGHED = {"weighed", weighed, METH_O, "Add up what the words of a text weigh, and count those unknown."};

/* Takes the weights and the known words of a model, and the numbers; gives what weighs a text. */
static PyObject *weigher(PyObject *module, PyObject *args)
{
    PyObject *weights, *known;
    Weigher numbers = {0};
    int most;
    if (!PyArg_ParseTuple(args, "SS(iiIIi)", &weights, &known, &most, &numbers.told.longest, &numbers.salt, &numbers.mask,
                          &numbers.shortest))
        return NULL;
    numbers.told.most = most;
    numbers.bits = 8 * (uint32_t)PyBytes_GET_SIZE(known);
    if (PyBytes_GET_SIZE(weights) <= numbers.mask || !numbers.bits || numbers.bits & (numbers.bits - 1))
        return PyErr_Format(PyExc_ValueError, "these are no weights, or of another size");
    if (most > MOST_WEIGHED || numbers.told.longest > LONGEST_WEIGHED)
        return PyErr_Format(PyExc_ValueError, "so many words, or so long ones, are not weighed");
    Weigher *made = PyMem_Malloc(sizeof(Weigher));
    if (!made)
        return PyErr_NoMemory();
    *made = numbers, made->weights = Py_NewRef(weights), made->known = Py_NewRef(known);
    return method(&WEIGHED, made, drop_weigher);
}

static PyMethodDef METHODS[] = {
    {"eye", eye, METH_VARARGS, "Make the first look of these tables."},
    {"lists", lists, METH_VARARGS, "Make the first look-up of these lists."},
    {"parts", (PyCFunction)(void (*)(void))parts, METH_FASTCALL, "Give the numbers of a word's parts."},
    {"spelt", spelt, METH_VARARGS, "Give the words of a text, and the numbers of its pairs."},
    {"weigher", weigher, METH_VARARGS, "Make what weighs words by a model."},
    {NULL},
};
static PyModuleDef MODULE = {PyModuleDef_HEAD_INIT, "townkeeper_twin", NULL, -1, METHODS};

PyMODINIT_FUNC PyInit_townkeeper_twin(void)
{
    make_crc();
    return PyModule_Create(&MODULE);
}
