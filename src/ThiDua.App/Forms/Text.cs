namespace ThiDua.App.Forms;

public sealed class Text;
